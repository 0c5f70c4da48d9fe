package org.lethe.stack.process;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A part of the stack that could not be started or has ended; the message is one line for a person.
 */
public final class PartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PartFailure(String part, String reason) {
        this(part, reason, null, null);
    }

    public PartFailure(String part, String reason, @Nullable Throwable cause) {
        this(part, reason, null, cause);
    }

    public PartFailure(String part, String reason, @Nullable Path log, @Nullable Throwable cause) {
        super(line(part, reason, log), cause);
    }

    private static String line(String part, String reason, @Nullable Path log) {
        String line = part + ": " + reason;
        return log == null ? line : line + " (log: " + log + ")";
    }
}
