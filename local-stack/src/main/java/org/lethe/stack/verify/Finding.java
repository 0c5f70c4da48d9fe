package org.lethe.stack.verify;

/** Something that is not as it must be. */
record Finding(Kind kind, String text) {

    /** What must have been done to it. */
    enum Kind {
        /** It is not what it should be at all. */
        MALFORMED("not understood"),
        /** It is not signed by the keys that were given. */
        SIGNATURE("bad signature"),
        /** At least one byte is not what is in the signed tree. */
        CHANGED("changed"),
        /** What there was at the end is no longer there. */
        CUT("cut"),
        /** What there was is no longer what it was. */
        REWRITTEN("rewritten"),
        /** Something between others is not there. */
        MISSING("missing");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    @Override
    public String toString() {
        return kind.word + ": " + text;
    }
}
