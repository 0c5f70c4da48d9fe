package org.lethe.gdpr.access.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.lethe.contracts.id.FileId;

/** The name of a file in an archive: harmless wherever the archive is unpacked. */
final class ArchiveName {

    /** In UTF-8: with the id before it, less than the 255 bytes that file systems take. */
    private static final int MAX_BYTES = 180;

    private ArchiveName() {}

    /**
     * @param name as its sender called it; what is no letter, digit, point or hyphen is replaced
     */
    static String of(FileId file, String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}.-]+", "_").replaceAll("\\.{2,}", ".");
        return "files/" + file.value() + "-" + end(safe);
    }

    /** Cut from the front, so that the ending that tells the type stays; between two characters. */
    private static String end(String name) {
        int surplus = name.getBytes(UTF_8).length - MAX_BYTES;
        int start = 0;
        while (surplus > 0) {
            String first = Character.toString(name.codePointAt(start));
            surplus -= first.getBytes(UTF_8).length;
            start += first.length();
        }
        return name.substring(start);
    }
}
