package org.lethe.acceptance.forensics;

import java.io.IOException;
import java.io.InputStream;

/** Somewhere that data of a person could be left. */
interface Place {

    /** As the report names it. */
    String name();

    /** Shows all that the place holds, part by part. */
    void read(Reader reader) throws IOException;

    /** Takes a part; the stream is the reader's only during the call. */
    interface Reader {
        void part(String name, InputStream content) throws IOException;
    }

    /** The place can't be searched on this system. */
    final class CannotSearch extends IOException {
        private static final long serialVersionUID = 1L;

        CannotSearch(String why) {
            super(why);
        }
    }
}
