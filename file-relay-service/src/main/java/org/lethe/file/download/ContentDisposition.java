package org.lethe.file.download;

import java.text.Normalizer;
import org.lethe.contracts.personal.FileName;
import org.lethe.file.type.PercentEncoding;

/** The header that makes every browser save a file and none show it (RFC 6266, RFC 8187). */
final class ContentDisposition {

    private ContentDisposition() {}

    static String attachment(FileName name) {
        String label = name.reveal();
        return "attachment; filename=\""
                + ascii(label)
                + "\"; filename*=UTF-8''"
                + PercentEncoding.encode(label);
    }

    /** For readers that know no more than ASCII; the other form is the name. */
    private static String ascii(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7E]", "_")
                .replaceAll("[\"\\\\%]", "_");
    }
}
