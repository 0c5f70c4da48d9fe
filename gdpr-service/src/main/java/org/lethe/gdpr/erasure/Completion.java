package org.lethe.gdpr.erasure;

import java.util.Set;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.request.RequestState;

/** What came of trying to end an erasure. */
sealed interface Completion {

    /** It ended, or waits for somebody. */
    record Stands(RequestState state) implements Completion {}

    /** Scopes were found late: they must be destroyed first, as a round of their own. */
    record Late(Set<ScopeId> scopes) implements Completion {}
}
