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
import org.lethe.contracts.personal.FileName;

/** Reads a file's type from its first bytes, by the magic numbers of Apache Tika. */
@ApplicationScoped
public class MagicDetector {

    private static final byte[] NOTHING = {};

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** By bytes, and by a name that narrows what they say. */
    String mediaType(byte[] prefix, FileName name) {
        return mediaType(prefix, called(name));
    }

    /** By bytes alone. */
    String mediaType(byte[] prefix) {
        return mediaType(prefix, new Metadata());
    }

    /** By a name alone. */
    String mediaType(FileName name) {
        return mediaType(NOTHING, called(name));
    }

    private String mediaType(byte[] prefix, Metadata metadata) {
        boolean markup = beginsAsMarkup(prefix);
        try (InputStream in = new ByteArrayInputStream(prefix)) {
            String type = types.detect(in, metadata).getBaseType().toString();
            markup |= isMarkup(type);
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (markup) {
                forgetMarkup();
            }
        }
    }

    /** The extension alone: that is all the detection takes from a name. */
    private static Metadata called(FileName name) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, "file" + extension(name));
        return metadata;
    }

    /**
     * Markup that is not well-formed is plain text to Tika, but only after a parser has read it.
     */
    private static boolean beginsAsMarkup(byte[] prefix) {
        int at = 0;
        while (at < prefix.length && isBlankOrMark(prefix[at])) {
            at++;
        }
        return at < prefix.length && prefix[at] == '<';
    }

    /** A blank, half a character of two bytes, or a byte of the mark that tells their order. */
    private static boolean isBlankOrMark(byte b) {
        return switch (b & 0xff) {
            case 0xef, 0xbb, 0xbf, 0xfe, 0xff -> true;
            default -> b >= 0 && b <= ' ';
        };
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
