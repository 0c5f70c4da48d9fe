package org.lethe.gdpr.request;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.lethe.contracts.id.ScopeId;

/**
 * Where a request stands; its methods are the only ways on. Completion is no state: a completed
 * request is an entry of the ledger.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.Received.class, name = "received"),
    @JsonSubTypes.Type(value = Progress.Resolved.class, name = "resolved"),
    @JsonSubTypes.Type(value = Progress.Effective.class, name = "effective"),
    @JsonSubTypes.Type(value = Progress.Answered.class, name = "answered")
})
public sealed interface Progress {

    /** The name of the state, for the store to compare. */
    String step();

    /** Accepted; nothing was touched. */
    record Received() implements Progress {

        @Override
        public String step() {
            return "received";
        }

        /** The scopes are marked, and kept before the links between them are destroyed. */
        public Resolved resolved(Set<ScopeId> scopes) {
            return new Resolved(scopes);
        }

        public Answered answered(int found) {
            return new Answered(found);
        }
    }

    /** The scopes to erase are known. */
    record Resolved(Set<ScopeId> scopes) implements Progress {

        public Resolved {
            scopes = ordered(scopes);
        }

        @Override
        public String step() {
            return "resolved";
        }

        /** Every key is destroyed; from this instant the erasure has effect. */
        public Effective effective(Instant at) {
            return new Effective(scopes, at);
        }
    }

    /** Keys are destroyed; the services are asked to remove what remains. */
    record Effective(Set<ScopeId> scopes, Instant at) implements Progress {

        public Effective {
            scopes = ordered(scopes);
        }

        @Override
        public String step() {
            return "effective";
        }

        /** A scope that was being made when the marks were set was found and destroyed too. */
        public Effective with(Set<ScopeId> late) {
            var all = new LinkedHashSet<>(scopes);
            all.addAll(late);
            return new Effective(all, at);
        }
    }

    /**
     * An access request whose results may be fetched.
     *
     * @param found how many scopes
     */
    record Answered(int found) implements Progress {

        @Override
        public String step() {
            return "answered";
        }
    }

    private static Set<ScopeId> ordered(Set<ScopeId> scopes) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }
}
