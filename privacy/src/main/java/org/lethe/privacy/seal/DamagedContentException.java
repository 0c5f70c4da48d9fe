package org.lethe.privacy.seal;

import java.io.IOException;

/** Sealed bytes that were tampered with, truncated, or sealed for something else. */
public final class DamagedContentException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedContentException(Throwable cause) {
        super("the sealed content is damaged", cause);
    }
}
