package org.lethe.file.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.personal.FileName;
import org.lethe.contracts.personal.InvalidPersonalData;

/** Makes a name that is harmless on any desktop of what a sender calls a file. */
public final class SafeName {

    private static final int MAX_LENGTH = 150;
    private static final int MAX_EXTENSION = 10;
    private static final String NAMELESS = "file";

    /** Windows opens devices by these names, with any extension. */
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    private SafeName() {}

    /** Reads a percent-encoded UTF-8 header; empty when it is none. */
    public static Optional<FileName> decode(String header) {
        try {
            return Optional.of(clean(UTF_8.newDecoder().decode(bytes(header)).toString()));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A plus sign is a plus sign, other than in a form. */
    private static ByteBuffer bytes(String header) {
        if (!US_ASCII.newEncoder().canEncode(header)) {
            throw new IllegalArgumentException("not ASCII");
        }
        String bytes = URLDecoder.decode(header.replace("+", "%2B"), ISO_8859_1);
        return ByteBuffer.wrap(bytes.getBytes(ISO_8859_1));
    }

    /**
     * The name for a file of this type: with an extension that belongs to the type, so that no
     * double click runs what is called a text.
     */
    public static FileName of(FileName name, FileType type) {
        String label = name.reveal();
        int dot = label.lastIndexOf('.');
        boolean fits = dot > 0 && type.isCalled(label.substring(dot + 1));
        return FileName.of(fits ? label : label + "." + type.extension());
    }

    private static FileName clean(String text) {
        String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        String shown =
                Normalizer.normalize(last, Normalizer.Form.NFC)
                        .replaceAll(
                                "[<>:\"|?*\\p{Cntrl}\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]",
                                "_")
                        .replaceAll("^[.\\s~-]+|[.\\s]+$", "");
        String label = shorten(isDevice(shown) ? "_" + shown : shown);
        try {
            return FileName.of(label.isEmpty() ? NAMELESS : label);
        } catch (InvalidPersonalData e) {
            return FileName.of(NAMELESS);
        }
    }

    private static boolean isDevice(String name) {
        String stem = name.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "");
        return DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]");
    }

    /** Shortens the stem and keeps the extension. */
    private static String shorten(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > 0 && name.length() - dot <= MAX_EXTENSION;
        String extension = hasExtension ? name.substring(dot) : "";
        int end = MAX_LENGTH - extension.length();
        int cut = Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end;
        return name.substring(0, cut) + extension;
    }
}
