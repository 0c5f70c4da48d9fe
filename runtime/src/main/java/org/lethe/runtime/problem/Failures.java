package org.lethe.runtime.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.personal.InvalidPersonalData;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.redis.StoreUnavailableException;

/** Finds the code of the catalogue for whatever went wrong; the only place where it is logged. */
public final class Failures {

    private static final Log LOG = Log.of(Failures.class);
    private static final int MAX_DEPTH = 8;

    private Failures() {}

    /**
     * The code to answer a request or frame with. Logs a fault of ours: its stack, never its
     * message.
     */
    public static ErrorCode codeOf(Throwable failure) {
        return isOfTheClient(failure) ? codeOfTheClients(failure) : codeOfOurs(failure);
    }

    /** What is wrong with personal data is said by its type. */
    private static ErrorCode codeOfTheClients(Throwable failure) {
        Throwable told = failure instanceof JsonProcessingException ? failure.getCause() : failure;
        return told instanceof InvalidPersonalData invalid
                ? switch (invalid.fault()) {
                    case WRONG -> ErrorCode.MALFORMED;
                    case TOO_LONG -> ErrorCode.TOO_LARGE;
                    case MAILBOX_LETTERS -> ErrorCode.MAILBOX_UNSUPPORTED;
                }
                : ErrorCode.MALFORMED;
    }

    /** As {@link #codeOf}, for work on what is ours: what can't be read there is a fault. */
    public static ErrorCode codeOfOurs(Throwable failure) {
        ErrorCode code = known(failure).orElse(ErrorCode.INTERNAL);
        if (code == ErrorCode.INTERNAL) {
            LOG.error("something failed", failure);
        }
        return code;
    }

    /** Said as it is, it is about what was sent; inside another failure, about data of ours. */
    private static boolean isOfTheClient(Throwable failure) {
        return failure instanceof JsonProcessingException
                || failure instanceof ValidationException
                || failure instanceof InvalidIdException
                || failure instanceof InvalidPersonalData;
    }

    private static Optional<ErrorCode> known(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            switch (cause) {
                case Refusal refusal -> {
                    return Optional.of(refusal.code());
                }
                case StoreUnavailableException ignored -> {
                    return Optional.of(ErrorCode.UNAVAILABLE);
                }
                // The other side has gone, which is its right: there is nobody left to answer.
                case HttpClosedException ignored -> {
                    return Optional.of(ErrorCode.UNAVAILABLE);
                }
                case StreamResetException ignored -> {
                    return Optional.of(ErrorCode.UNAVAILABLE);
                }
                case ClosedChannelException ignored -> {
                    return Optional.of(ErrorCode.UNAVAILABLE);
                }
                case SocketException ignored -> {
                    return Optional.of(ErrorCode.UNAVAILABLE);
                }
                case WebApplicationException answer -> {
                    return Optional.of(codeOf(answer.getResponse().getStatus()));
                }
                default -> cause = cause.getCause();
            }
        }
        return Optional.empty();
    }

    /** The code that is nearest to an HTTP status which a framework chose. */
    static ErrorCode codeOf(int status) {
        return switch (status) {
            case 401, 403, 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 409 -> ErrorCode.CONFLICT;
            case 412 -> ErrorCode.PRECONDITION_FAILED;
            case 413, 414, 431 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_TYPE;
            case 429 -> ErrorCode.TOO_MANY_REQUESTS;
            case 502, 503, 504 -> ErrorCode.UNAVAILABLE;
            default -> status >= 500 ? ErrorCode.INTERNAL : ErrorCode.MALFORMED;
        };
    }
}
