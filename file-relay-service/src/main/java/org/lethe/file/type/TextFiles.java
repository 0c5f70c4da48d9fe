package org.lethe.file.type;

import java.util.Set;

/** Tells text that may be handed over from text that a browser or a desktop runs. */
final class TextFiles {

    /** Blanks, ends of lines and pages, and what terminals are coloured with. */
    private static final String CONTROLS_OF_TEXT = "\t\n\u000B\f\r\u001B";

    /** What shows itself as a page, or as a picture with scripts, whatever it is called. */
    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "image/svg+xml");

    /** What a double click on the name runs. */
    private static final Set<String> PROGRAMS =
            Set.of("text/javascript", "application/x-bat", "application/x-sh", "text/x-vbscript");

    private TextFiles() {}

    /**
     * Whether it is text that nothing runs.
     *
     * @param byBytes the media type that the first bytes alone tell
     * @param byName the one that the name alone tells
     */
    static boolean isHarmless(byte[] prefix, String byBytes, String byName) {
        return isText(prefix)
                && !PAGES.contains(byBytes)
                && !PAGES.contains(byName)
                && !PROGRAMS.contains(byName);
    }

    private static boolean isText(byte[] prefix) {
        if (isMarkedAsUtf16(prefix)) {
            return true;
        }
        for (byte each : prefix) {
            if (each >= 0 && each < ' ' && CONTROLS_OF_TEXT.indexOf(each) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMarkedAsUtf16(byte[] prefix) {
        int mark = prefix.length < 2 ? 0 : (prefix[0] & 0xff) << Byte.SIZE | prefix[1] & 0xff;
        return mark == 0xFEFF || mark == 0xFFFE;
    }
}
