package org.lethe.gdpr.selector;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.problem.Refusal;

/** Why a question about a subject is refused: the member error of the problem. */
public record NotUnderstood(List<Fault> errors) {

    /**
     * One thing that is wrong.
     *
     * @param selectors of which it is said, by name
     */
    public record Fault(SelectorFault reason, String message, Set<String> selectors) {}

    static Refusal refusal(Map<SelectorFault, Set<String>> faults) {
        List<Fault> errors =
                faults.entrySet().stream()
                        .map(each ->
                                new Fault(each.getKey(), each.getKey().message(), each.getValue()))
                        .toList();
        return new Refusal(ErrorCode.MALFORMED, new NotUnderstood(errors));
    }
}
