package org.lethe.runtime.problem;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.lethe.contracts.error.Problem;

/** A problem with members of its own, which RFC 9457 allows. */
sealed interface DetailedProblem {

    /**
     * One of two protocols.
     *
     * @param error what another protocol than ours specifies for it
     */
    record OfProtocol(@JsonUnwrapped Problem problem, Object error) implements DetailedProblem {}

    /**
     * One that its caller can do something about.
     *
     * @param members beside those of every problem
     */
    record WithMembers(@JsonUnwrapped Problem problem, @JsonUnwrapped Object members)
            implements DetailedProblem {}
}
