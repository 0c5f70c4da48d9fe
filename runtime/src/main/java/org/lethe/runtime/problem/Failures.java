package org.lethe.runtime.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.privacy.data.InvalidPersonalData;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.redis.StoreUnavailableException;

/** Finds the code of the catalogue for whatever went wrong; the only place where it is logged. */
public final class Failures {

    private static final Log LOG = Log.of(Failures.class);
    private static final int MAX_DEPTH = 8;

    private Failures() {}

    /** The code to answer with. Logs a fault of ours: its stack, never its message. */
    public static ErrorCode codeOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            switch (cause) {
                case Refusal refusal -> {
                    return refusal.code();
                }
                case JsonProcessingException ignored -> {
                    return ErrorCode.MALFORMED;
                }
                case ValidationException ignored -> {
                    return ErrorCode.MALFORMED;
                }
                case InvalidIdException ignored -> {
                    return ErrorCode.MALFORMED;
                }
                case InvalidPersonalData ignored -> {
                    return ErrorCode.MALFORMED;
                }
                case StoreUnavailableException ignored -> {
                    return ErrorCode.UNAVAILABLE;
                }
                case WebApplicationException answer -> {
                    return codeOf(answer.getResponse().getStatus());
                }
                default -> cause = cause.getCause();
            }
        }
        LOG.error("something failed", failure);
        return ErrorCode.INTERNAL;
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
