package org.lethe.file.download;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.lethe.contracts.personal.FileName;

/** The header that makes every browser save a file and none show it (RFC 6266, RFC 8187). */
final class ContentDisposition {

    private ContentDisposition() {}

    static String attachment(FileName name) {
        String label = name.reveal();
        return "attachment; filename=\""
                + ascii(label)
                + "\"; filename*=UTF-8''"
                + percentEncoded(label);
    }

    /** More than RFC 8187 asks for, and not as a form, where a blank is a plus sign. */
    private static String percentEncoded(String label) {
        return URLEncoder.encode(label, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** For readers that know no more than ASCII; the other form is the name. */
    private static String ascii(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7E]", "_")
                .replaceAll("[\"\\\\%]", "_");
    }
}
