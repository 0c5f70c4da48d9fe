package org.lethe.acceptance.forensics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Somewhere that data of a person could be left. */
interface Place {
    String NAME = " (its name)";

    /** As the report names it. */
    String name();

    /**
     * Shows all that the place holds, part by part.
     *
     * @throws IOException says why the place can't be searched on this system
     */
    void read(Reader reader) throws IOException;

    /** Takes a part; the stream is the reader's only during the call. */
    interface Reader {
        void part(String name, InputStream content) throws IOException;

        /** The name of a file or key is a part too. */
        default void name(String name) throws IOException {
            part(name + NAME, new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Whether a part is the name of another. */
    static boolean isName(String part) {
        return part.endsWith(NAME);
    }
}
