package org.lethe.gdpr.opendsr;

import java.util.List;
import java.util.Set;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.error.Problem;

/**
 * A refused request in both forms at once: the suite's problem, and the member {@code error} that
 * OpenDSR specifies; RFC 9457 allows such a member beside its own.
 */
record OpenDsrProblem(
        String type, String title, int status, String code, boolean retryable, Failure error) {

    record Failure(int code, String message, List<Detail> errors) {}

    record Detail(String domain, Objection reason, String message) {}

    static OpenDsrProblem of(String domain, Set<Objection> objections) {
        Problem problem = Problem.of(ErrorCode.MALFORMED);
        List<Detail> details =
                objections.stream()
                        .map(reason -> new Detail(domain, reason, reason.message()))
                        .toList();
        return new OpenDsrProblem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.code(),
                problem.retryable(),
                new Failure(problem.status(), problem.title(), details));
    }
}
