package org.lethe.runtime.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns what went wrong into {@code application/problem+json}. */
public class ProblemMappers {

    @ServerExceptionMapper
    public Response refusal(Refusal refusal) {
        return ProblemResponses.of(refusal);
    }

    @ServerExceptionMapper
    public Response answer(WebApplicationException answer) {
        int status = answer.getResponse().getStatus();
        return status < 400 ? answer.getResponse() : problem(answer);
    }

    // Quarkus has mappers of its own for the more special ones, which tell field names.
    @ServerExceptionMapper({
        ValidationException.class,
        MismatchedInputException.class,
        Throwable.class
    })
    public Response problem(Throwable failure) {
        return ProblemResponses.of(Failures.codeOf(failure));
    }
}
