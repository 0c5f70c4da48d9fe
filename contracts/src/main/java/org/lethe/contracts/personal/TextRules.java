package org.lethe.contracts.personal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Checks and clean-ups that the personal-data types share. */
final class TextRules {

    /** Symbols that have no ink: a Braille cell without dots, the place of a lost picture. */
    private static final String BLANKS = "\u2800\uFFFC";

    /** What Windows has where Latin-1 has controls, from 0x80 on; five places are empty. */
    private static final String WINDOWS =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

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
        return words(keep(lines, TextRules::meant, TextRules::isOfText), max, kind);
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
        String clean = cleanLine(value);
        if (clean.length() <= max) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(max - 1)) ? max - 1 : max;
        return strip(clean.substring(0, end));
    }

    /** Makes one line, however long, of whatever was given; may be empty. */
    static String cleanLine(String value) {
        return oneLine(keep(value, c -> !isSurrogate(c)));
    }

    /** Without the blanks around it, those that don't break a line among them. */
    static String strip(String value) {
        int begin = 0;
        int end = value.length();
        while (begin < end && isMargin(value.charAt(begin))) {
            begin++;
        }
        while (end > begin && isMargin(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(begin, end);
    }

    /** Whether nothing of it can be seen, as of a zero-width or no-break space alone. */
    static boolean isBlank(String value) {
        return value.codePoints().noneMatch(TextRules::isSeen);
    }

    static String keep(String value, IntPredicate wanted) {
        return keep(value, IntUnaryOperator.identity(), wanted);
    }

    static String keep(String value, IntUnaryOperator change, IntPredicate wanted) {
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
            throw new InvalidPersonalData(kind, InvalidPersonalData.Fault.TOO_LONG);
        }
        return value;
    }

    /**
     * Slides, spreadsheets and old mails have line ends of their own, and text of Windows that was
     * read as Latin-1 has controls for its quotes and dashes.
     */
    private static int meant(int c) {
        if ((c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029) {
            return '\n';
        }
        return c >= 0x80 && c < 0xA0 ? WINDOWS.charAt(c - 0x80) : c;
    }

    private static boolean isOfText(int c) {
        return !Character.isISOControl(c) || c == '\n' || c == '\t';
    }

    private static String oneLine(String value) {
        return strip(
                keep(
                        value,
                        c -> meant(c) == '\n' || c == '\t' ? ' ' : meant(c),
                        c -> !Character.isISOControl(c) && !turnsText(c)));
    }

    /** The ones of {@link #reordersText} that turn what stands after them, too. */
    private static boolean turnsText(int c) {
        return reordersText(c) && c > 0x200F;
    }

    private static boolean isMargin(char c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r');
    }

    private static boolean isSeen(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
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
