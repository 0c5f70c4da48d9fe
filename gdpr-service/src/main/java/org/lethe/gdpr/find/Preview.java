package org.lethe.gdpr.find;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.gdpr.subject.FoundSubject;
import org.lethe.gdpr.subject.SubjectScopes;

/**
 * How much is held now.
 *
 * @param subjects groups of scopes that lead to one another: at least as many as persons, as
 *     nothing may link two visits of one
 * @param since when the oldest of it was opened
 * @param confirmation sent with the same selectors, it says that all subjects are meant; there if
 *     there are several, and valid for ten minutes
 */
public record Preview(
        int subjects,
        int visits,
        int chats,
        int letters,
        Optional<Instant> since,
        Optional<String> confirmation) {

    static Preview of(List<FoundSubject> found, Optional<String> confirmation) {
        Map<ScopeKind, Integer> counts = SubjectScopes.count(SubjectScopes.scopes(found));
        return new Preview(
                found.size(),
                counts.getOrDefault(ScopeKind.VISIT, 0),
                counts.getOrDefault(ScopeKind.CHAT, 0),
                counts.getOrDefault(ScopeKind.LETTER, 0),
                found.stream().map(FoundSubject::since).min(Comparator.naturalOrder()),
                confirmation);
    }
}
