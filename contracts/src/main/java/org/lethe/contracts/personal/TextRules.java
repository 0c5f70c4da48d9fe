package org.lethe.contracts.personal;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Checks and clean-ups that the personal-data types share. */
final class TextRules {

    private TextRules() {}

    static String require(boolean valid, String value, String kind) {
        if (!valid) {
            throw new InvalidPersonalData(kind);
        }
        return value;
    }

    /** One line without control characters, 1 to max characters after trimming. */
    static String line(String value, int max, String kind) {
        String stripped = value.strip();
        boolean valid =
                !stripped.isEmpty()
                        && isWellFormed(stripped)
                        && stripped.codePoints().noneMatch(TextRules::breaksLine);
        return fitting(require(valid, stripped, kind), max, kind);
    }

    /** Text of several lines; line ends become {@code \n}. */
    static String text(String value, int max, String kind) {
        String normal = value.replace("\r\n", "\n").replace('\r', '\n');
        boolean valid = normal.codePoints().noneMatch(TextRules::isForbiddenInText);
        return words(require(valid, normal, kind), max, kind);
    }

    /** Text that stays as it is. */
    static String words(String value, int max, String kind) {
        return fitting(require(!value.isBlank() && isWellFormed(value), value, kind), max, kind);
    }

    /** What {@link #clip} leaves, if it leaves anything. */
    static <T> Optional<T> clipped(String value, int max, Function<String, T> type) {
        return Optional.of(clip(value, max)).filter(clean -> !clean.isEmpty()).map(type);
    }

    /** Makes one line of at most max characters of whatever was given; may be empty. */
    static String clip(String value, int max) {
        String clean = keep(value, c -> !breaksLine(c) && !isSurrogate(c)).strip();
        if (clean.length() <= max) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(max - 1)) ? max - 1 : max;
        return clean.substring(0, end).strip();
    }

    static String keep(String value, IntPredicate wanted) {
        return value.codePoints()
                .filter(wanted)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Control characters, and the line separators that mail and log readers take for a line. */
    static boolean breaksLine(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }

    /** Characters that reorder what is shown: they make {@code exe.gpj} look like a picture. */
    static boolean reordersText(int c) {
        return c == 0x061C
                || (c >= 0x200E && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static String fitting(String value, int max, String kind) {
        if (value.length() > max) {
            throw new InvalidPersonalData(kind, true);
        }
        return value;
    }

    private static boolean isForbiddenInText(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    /** Lone surrogates can't be written as UTF-8 and would come back as something else. */
    private static boolean isWellFormed(String value) {
        return value.codePoints().noneMatch(TextRules::isSurrogate);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
