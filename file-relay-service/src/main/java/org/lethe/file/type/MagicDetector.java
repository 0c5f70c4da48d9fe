package org.lethe.file.type;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.utils.XMLReaderUtils;
import org.lethe.privacy.data.FileName;

/** Reads a file's type from its first bytes, by the magic numbers of Apache Tika. */
@ApplicationScoped
public class MagicDetector {

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    String mediaType(byte[] prefix, FileName name) {
        // The extension alone: that is all the detection takes from a name.
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, "file" + extension(name));
        try (InputStream in = new ByteArrayInputStream(prefix)) {
            String type = types.detect(in, metadata).getBaseType().toString();
            if (isMarkup(type)) {
                forgetMarkup();
            }
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMarkup(String type) {
        return type.contains("xml") || type.contains("html");
    }

    /** Tika looks into markup with parsers from a pool, and what they read stays in them. */
    private static void forgetMarkup() {
        try {
            XMLReaderUtils.setPoolSize(XMLReaderUtils.getPoolSize());
        } catch (TikaException e) {
            throw new IllegalStateException("no XML parsers", e);
        }
    }

    private static String extension(FileName name) {
        String label = name.reveal();
        int dot = label.lastIndexOf('.');
        return dot < 0 ? "" : label.substring(dot);
    }
}
