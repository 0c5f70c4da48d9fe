package org.lethe.contracts.personal;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Checks and clean-ups that the personal-data types share. */
final class TextRules {

    /** Letters and symbols that have no ink. */
    private static final String BLANKS = "\u034F\u115F\u1160\u2800\u3164\uFE0E\uFE0F\uFFA0";

    private TextRules() {}

    static String require(boolean valid, String value, String kind) {
        if (!valid) {
            throw new InvalidPersonalData(kind);
        }
        return value;
    }

    /** One line, 1 to max characters after trimming; what nobody sees is left out. */
    static String line(String value, int max, String kind) {
        return words(oneLine(value), max, kind);
    }

    /** Text of several lines; line ends of all kinds become {@code \n}, other controls go. */
    static String text(String value, int max, String kind) {
        String lines = value.replace("\r\n", "\n");
        return words(keep(lines, TextRules::lineEnd, TextRules::isOfText), max, kind);
    }

    /** Text that stays as it is. */
    static String words(String value, int max, String kind) {
        return fitting(require(!isBlank(value) && isWellFormed(value), value, kind), max, kind);
    }

    /** What {@link #clip} leaves, if it leaves anything. */
    static <T> Optional<T> clipped(String value, int max, Function<String, T> type) {
        return Optional.of(clip(value, max)).filter(clean -> !isBlank(clean)).map(type);
    }

    /** Makes one line of at most max characters of whatever was given; may be empty. */
    static String clip(String value, int max) {
        String clean = oneLine(keep(value, c -> !isSurrogate(c)));
        if (clean.length() <= max) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(max - 1)) ? max - 1 : max;
        return clean.substring(0, end).strip();
    }

    /** Whether nothing of it can be seen, as of a zero-width or no-break space alone. */
    static boolean isBlank(String value) {
        return value.codePoints().noneMatch(TextRules::isSeen);
    }

    static String keep(String value, IntPredicate wanted) {
        return keep(value, IntUnaryOperator.identity(), wanted);
    }

    private static String keep(String value, IntUnaryOperator change, IntPredicate wanted) {
        return value.codePoints()
                .map(change)
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

    /** Slides, spreadsheets and old mails have line ends of their own. */
    private static int lineEnd(int c) {
        return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029 ? '\n' : c;
    }

    private static boolean isOfText(int c) {
        return !Character.isISOControl(c) || c == '\n' || c == '\t';
    }

    private static String oneLine(String value) {
        return keep(
                        value,
                        c -> lineEnd(c) == '\n' || c == '\t' ? ' ' : c,
                        c -> !Character.isISOControl(c) && !turnsText(c))
                .strip();
    }

    /** The ones of {@link #reordersText} that turn what stands after them, too. */
    private static boolean turnsText(int c) {
        return reordersText(c) && c > 0x200F;
    }

    private static boolean isSeen(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && BLANKS.indexOf(c) < 0;
    }

    /** Lone surrogates can't be written as UTF-8 and would come back as something else. */
    private static boolean isWellFormed(String value) {
        return value.codePoints().noneMatch(TextRules::isSurrogate);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
