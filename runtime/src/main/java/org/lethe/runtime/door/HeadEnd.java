package org.lethe.runtime.door;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Finds where the head of a request ends, while its bytes come in. */
final class HeadEnd {

    private static final byte[] OF_OURSELVES = "GET /q/".getBytes(StandardCharsets.US_ASCII);

    private int read;
    private int newlines;
    private boolean ofOurselves = true;

    /** Looks at the bytes without taking them; whether the head's last one is among them. */
    boolean isIn(ByteBuf bytes) {
        return bytes.forEachByte(this::goesOn) >= 0;
    }

    /** Whether the request asks after the health of the process, or its metrics. */
    boolean isOfOurselves() {
        return ofOurselves && read >= OF_OURSELVES.length;
    }

    private boolean goesOn(byte next) {
        // What stands before a request is skipped, and an empty line there ends nothing.
        if (read == 0 && next <= ' ') {
            return true;
        }
        if (read < OF_OURSELVES.length) {
            ofOurselves &= next == OF_OURSELVES[read];
            read++;
        }
        if (next == '\n') {
            newlines++;
        } else if (next != '\r') {
            newlines = 0;
        }
        return newlines < 2;
    }
}
