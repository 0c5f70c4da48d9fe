package org.lethe.privacy.index;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.subject.Identifier;

/** What the index knows of identifiers. */
public sealed interface FindOutcome {

    /**
     * All of them.
     *
     * @param scopes the open ones, by each identifier that was asked for; a set that is empty says
     *     that there are none
     */
    record Found(Map<Identifier, Set<ScopeId>> scopes) implements FindOutcome {

        public Found {
            scopes = Map.copyOf(scopes);
        }

        /** Those that any of the identifiers finds, each once. */
        public Set<ScopeId> any() {
            var all = new LinkedHashSet<ScopeId>();
            scopes.values().forEach(all::addAll);
            return all;
        }

        /** Those that each of these identifiers finds. */
        public Set<ScopeId> each(Collection<Identifier> identifiers) {
            var common = new LinkedHashSet<>(any());
            identifiers.forEach(each -> common.retainAll(scopes.getOrDefault(each, Set.of())));
            return common;
        }

        @Override
        public String toString() {
            return "Found[redacted]";
        }
    }

    /** They find more than {@link ScopeIndex#MOST} together: none of them is told. */
    record TooMany() implements FindOutcome {}
}
