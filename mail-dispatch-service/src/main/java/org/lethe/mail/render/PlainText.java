package org.lethe.mail.render;

import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.PersonalData;

/** Makes free text safe to lay out: what it says stays, what could break the layout goes. */
final class PlainText {

    private PlainText() {}

    /** The text as one line; control characters and line ends become spaces. */
    static String line(@Nullable PersonalData data) {
        return data == null
                ? ""
                : keep(data.reveal().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "), c -> true)
                        .strip();
    }

    /** The text's lines; each is safe for text, HTML and XML. */
    static List<String> lines(@Nullable PersonalData data) {
        if (data == null) {
            return List.of();
        }
        return data.reveal()
                .strip()
                .lines()
                .map(each -> keep(each, PlainText::isShown).stripTrailing())
                .toList();
    }

    private static boolean isShown(int c) {
        return c == '\t' || (!Character.isISOControl(c) && c != 0x2028 && c != 0x2029);
    }

    /** Lone surrogates and non-characters can't be in a well-formed document. */
    private static String keep(String text, IntPredicate wanted) {
        return text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(c -> (c & 0xFFFE) != 0xFFFE)
                .filter(wanted)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
