package org.lethe.bench.load;

/** The intended time of a message within itself, so that whoever gets it knows how old it is. */
public final class Stamp {

    private static final String FILLING =
            " is when this was to be written; the rest makes it as long as others. ";
    private static final int LENGTH = 120;
    private static final String ID = "bench-";

    private Stamp() {}

    /** A message of 120 characters. */
    public static String text(long intended) {
        String text = intended + FILLING;
        return text + "x".repeat(LENGTH - text.length());
    }

    /** False of what was written outside a measurement. */
    static boolean isIn(String text) {
        return text.contains(FILLING);
    }

    public static long ofText(String text) {
        return Long.parseLong(text.substring(0, text.indexOf(' ')));
    }

    /** A message's id: intended times are all different. */
    static String id(long intended) {
        return ID + intended;
    }

    static long ofId(String id) {
        return Long.parseLong(id.substring(ID.length()));
    }
}
