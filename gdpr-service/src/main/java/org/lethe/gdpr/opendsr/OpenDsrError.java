package org.lethe.gdpr.opendsr;

import java.util.List;
import java.util.Set;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.problem.Refusal;

/** Why a request is refused, as OpenDSR says it: the member error of the problem. */
record OpenDsrError(int code, String message, List<Detail> errors) {

    record Detail(String domain, Objection reason, String message) {}

    static Refusal refusal(String domain, Set<Objection> objections) {
        ErrorCode code = ErrorCode.MALFORMED;
        List<Detail> details =
                objections.stream()
                        .map(reason -> new Detail(domain, reason, reason.message()))
                        .toList();
        return new Refusal(code, new OpenDsrError(code.httpStatus(), code.title(), details));
    }
}
