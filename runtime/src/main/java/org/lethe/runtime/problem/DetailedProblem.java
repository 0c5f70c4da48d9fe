package org.lethe.runtime.problem;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.lethe.contracts.error.Problem;

/**
 * A problem with a member of its own, which RFC 9457 allows.
 *
 * @param error what another protocol than ours specifies for it
 */
record DetailedProblem(@JsonUnwrapped Problem problem, Object error) {}
