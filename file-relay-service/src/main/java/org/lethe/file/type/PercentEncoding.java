package org.lethe.file.type;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as RFC 3986 and RFC 8187 have it; a plus sign is a plus sign. */
public final class PercentEncoding {

    private static final String ATTR_CHARS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private PercentEncoding() {}

    /** Decodes, or throws {@link IllegalArgumentException} without quoting the text. */
    static byte[] decode(String text) {
        var out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()) {
                    throw new IllegalArgumentException("cut percent-encoding");
                }
                out.write(digit(text.charAt(i + 1)) << 4 | digit(text.charAt(i + 2)));
                i += 2;
            } else if (c < 0x80) {
                out.write(c);
            } else {
                throw new IllegalArgumentException("not ASCII");
            }
        }
        return out.toByteArray();
    }

    /** Encodes all but the characters that RFC 8187 lets stand in an extended parameter. */
    public static String encode(String text) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (ATTR_CHARS.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    private static int digit(char c) {
        if (!HexFormat.isHexDigit(c)) {
            throw new IllegalArgumentException("not percent-encoding");
        }
        return HexFormat.fromHexDigit(c);
    }
}
