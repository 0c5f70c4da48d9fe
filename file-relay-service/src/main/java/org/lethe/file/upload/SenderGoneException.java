package org.lethe.file.upload;

import java.io.IOException;

/** The body broke off: its sender is gone, or the connection was cut. */
final class SenderGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    SenderGoneException() {
        super("the body broke off");
    }
}
