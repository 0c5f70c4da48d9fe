package org.lethe.runtime.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.privacy.vault.Unavailability;

/**
 * Ends the handling of a request or frame with a code of the catalogue.
 *
 * <p>It has no message beside the code, and no stack trace: it is an answer, not a fault.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient @Nullable Object details;
    private final transient @Nullable Object members;

    public Refusal(ErrorCode code) {
        this(code, null, null);
    }

    /**
     * A refusal in the words of another protocol, too.
     *
     * @param details the answer's member {@code error}; as JSON, it must not repeat what was sent
     */
    public Refusal(ErrorCode code, @Nullable Object details) {
        this(code, details, null);
    }

    private Refusal(ErrorCode code, @Nullable Object details, @Nullable Object members) {
        super(code.code(), null, false, false);
        this.code = code;
        this.details = details;
        this.members = members;
    }

    /**
     * A refusal that says what its caller needs to go on.
     *
     * @param members of the problem, beside its usual ones; as JSON, an object that does not repeat
     *     what was sent
     */
    public static Refusal with(ErrorCode code, Object members) {
        return new Refusal(code, null, members);
    }

    /** For a scope that can't be read: now, or, with the store that it was in, ever again. */
    public static Refusal of(Unavailability reason) {
        return new Refusal(
                switch (reason) {
                    case STORE_LOST -> ErrorCode.SCOPE_LOST;
                    case STORE_AWAY, NOT_REPLICATED, KEY_UNREADABLE, OPENING ->
                            ErrorCode.UNAVAILABLE;
                });
    }

    public ErrorCode code() {
        return code;
    }

    public Optional<Object> details() {
        return Optional.ofNullable(details);
    }

    public Optional<Object> members() {
        return Optional.ofNullable(members);
    }
}
