package org.lethe.runtime.problem;

import jakarta.ws.rs.core.Response;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.error.Problem;

/** Problems as answers of a REST resource. */
public final class ProblemResponses {

    /** Long enough for a store to fail over. */
    private static final int RETRY_SECONDS = 5;

    private ProblemResponses() {}

    public static Response of(ErrorCode code) {
        return of(code, Problem.of(code));
    }

    public static Response of(Refusal refusal) {
        Problem problem = Problem.of(refusal.code());
        return refusal.details()
                .<Object>map(details -> new DetailedProblem.OfProtocol(problem, details))
                .or(() ->
                        refusal.members()
                                .map(members -> new DetailedProblem.WithMembers(problem, members)))
                .map(detailed -> of(refusal.code(), detailed))
                .orElseGet(() -> of(refusal.code(), problem));
    }

    private static Response of(ErrorCode code, Object problem) {
        Response.ResponseBuilder response =
                Response.status(code.httpStatus()).type(Problem.MEDIA_TYPE).entity(problem);
        if (code.retryable()) {
            response.header("Retry-After", RETRY_SECONDS);
        }
        if (code == ErrorCode.TOKEN_MISSING || code == ErrorCode.TOKEN_INVALID) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }
}
