package org.lethe.gdpr.access.export;

import org.lethe.contracts.id.FileId;

/** The name of a file in an archive: harmless wherever the archive is unpacked. */
final class ArchiveName {

    private static final int MAX_LENGTH = 100;

    private ArchiveName() {}

    /**
     * @param name as its sender called it; what is no letter, digit, point or hyphen is replaced
     */
    static String of(FileId file, String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}.-]+", "_").replaceAll("\\.{2,}", ".");
        int surplus = safe.codePointCount(0, safe.length()) - MAX_LENGTH;
        // From the front, so that the ending that tells the type stays.
        String end = surplus > 0 ? safe.substring(safe.offsetByCodePoints(0, surplus)) : safe;
        return "files/" + file.value() + "-" + end;
    }
}
