package org.lethe.gdpr.request;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ScopeId;

/**
 * Where a request stands; its methods are the only ways on. Completion is no state: a completed
 * request is an entry of the ledger.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.Unconfirmed.class, name = "unconfirmed"),
    @JsonSubTypes.Type(value = Progress.Received.class, name = "received"),
    @JsonSubTypes.Type(value = Progress.Resolved.class, name = "resolved"),
    @JsonSubTypes.Type(value = Progress.Effective.class, name = "effective"),
    @JsonSubTypes.Type(value = Progress.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Progress.Cancelled.class, name = "cancelled")
})
public sealed interface Progress {

    /** The name of the state, for the store to compare; no request is at the same one twice. */
    String step();

    /** Asked for by somebody who may not act alone; nothing was looked up. */
    record Unconfirmed() implements Progress {

        @Override
        public String step() {
            return "unconfirmed";
        }

        public Received confirmed() {
            return new Received();
        }

        /** Withdrawn, or run out; by nobody, if it is not said by whom. */
        public Cancelled cancelled(@Nullable Author by) {
            return new Cancelled(by, true);
        }
    }

    /** Accepted; nothing was touched. */
    record Received() implements Progress {

        @Override
        public String step() {
            return "received";
        }

        /** The scopes are marked, and kept before the links between them are destroyed. */
        public Resolved resolved(Set<ScopeId> scopes) {
            return new Resolved(List.of(), scopes);
        }

        /** Withdrawn before anything was done for it; by nobody, if it is not said by whom. */
        public Cancelled cancelled(@Nullable Author by) {
            return new Cancelled(by, false);
        }

        public Answered answered(int found) {
            return new Answered(found);
        }
    }

    /**
     * The scopes to erase are known.
     *
     * @param announced those of earlier rounds, whose keys are destroyed
     * @param scopes those of this round
     */
    record Resolved(List<Set<ScopeId>> announced, Set<ScopeId> scopes) implements Progress {

        public Resolved {
            announced = announced.stream().map(Progress::ordered).toList();
            scopes = ordered(scopes);
        }

        @Override
        public String step() {
            return "resolved-" + announced.size();
        }

        /** The scopes of all rounds, this one too. */
        public Set<ScopeId> all() {
            var all = Progress.all(announced);
            all.addAll(scopes);
            return all;
        }

        /** Every key is destroyed; from this instant the erasure has effect. */
        public Effective effective(Instant at) {
            var rounds = new ArrayList<>(announced);
            rounds.add(scopes);
            return new Effective(rounds, at);
        }
    }

    /**
     * Keys are destroyed; the services are asked to remove what remains.
     *
     * @param rounds the scopes, as they were announced
     * @param at when the last key was destroyed
     */
    record Effective(List<Set<ScopeId>> rounds, Instant at) implements Progress {

        public Effective {
            rounds = rounds.stream().map(Progress::ordered).toList();
        }

        @Override
        public String step() {
            return "effective-" + rounds.size();
        }

        /** The scopes of all rounds. */
        public Set<ScopeId> scopes() {
            return all(rounds);
        }

        /** A scope that was being made when the marks were set was found: it is to be destroyed. */
        public Resolved resolved(Set<ScopeId> late) {
            return new Resolved(rounds, late);
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

    /**
     * Withdrawn; its marks are to be taken off, and its record to be destroyed.
     *
     * @param unconfirmed whether it never was worked on, and so has no marks
     */
    record Cancelled(@Nullable Author by, boolean unconfirmed) implements Progress {

        @Override
        public String step() {
            return "cancelled";
        }
    }

    private static Set<ScopeId> all(List<Set<ScopeId>> rounds) {
        var all = new LinkedHashSet<ScopeId>();
        rounds.forEach(all::addAll);
        return all;
    }

    private static Set<ScopeId> ordered(Set<ScopeId> scopes) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }
}
