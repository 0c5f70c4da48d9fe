package org.lethe.runtime.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
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

    @ServerExceptionMapper
    public Response validation(ValidationException failure) {
        return problem(failure);
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException failure) {
        return problem(failure);
    }

    // Quarkus has a mapper of its own for this one, which tells field names.
    @ServerExceptionMapper
    public Response json(MismatchedInputException failure) {
        return problem(failure);
    }

    @ServerExceptionMapper
    public Response anything(Throwable failure) {
        return problem(failure);
    }

    private static Response problem(Throwable failure) {
        return ProblemResponses.of(Failures.codeOf(failure));
    }
}
