package org.lethe.gdpr.subject;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.Defaulted;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.subject.Identifier;

/**
 * What names a data subject: ids, and what the index finds scopes by. It names a person, so it is
 * sealed wherever it is kept.
 *
 * @param identifiers each a selector of its own
 */
public record Selectors(
        Set<VisitId> visits,
        Set<ChatId> chats,
        Set<LetterId> letters,
        @Defaulted Set<AnyOf> identifiers,
        @Defaulted Match match) {

    /** More selectors than one person gathers in the hours that anything is held. */
    public static final int MAX_SELECTORS = 100;

    /** What the index is asked for at once, at most; two of the widest networks. */
    public static final int MAX_IDENTIFIERS = 512;

    public Selectors {
        visits = Set.copyOf(visits);
        chats = Set.copyOf(chats);
        letters = Set.copyOf(letters);
        identifiers = Set.copyOf(requireNonNullElse(identifiers, Set.of()));
        match = requireNonNullElse(match, Match.ANY);
    }

    /** Whoever has one of these ids. */
    public static Selectors ofIds(Set<VisitId> visits, Set<ChatId> chats, Set<LetterId> letters) {
        return new Selectors(visits, chats, letters, Set.of(), Match.ANY);
    }

    /** Every id that was named. */
    public Set<ScopeId> ids() {
        var ids = new LinkedHashSet<ScopeId>(visits);
        ids.addAll(chats);
        ids.addAll(letters);
        return ids;
    }

    /** All that the index is to be asked for. */
    public Set<Identifier> indexed() {
        var all = new LinkedHashSet<Identifier>();
        identifiers.forEach(each -> all.addAll(each.identifiers()));
        return all;
    }

    /** How many selectors there are. */
    public int count() {
        return visits.size() + chats.size() + letters.size() + identifiers.size();
    }

    /** How many there are of each kind; of a kind that there is none of, nothing. */
    public Map<SelectorKind, Integer> kinds() {
        var kinds = new EnumMap<SelectorKind, Integer>(SelectorKind.class);
        kinds.put(SelectorKind.VISIT, visits.size());
        kinds.put(SelectorKind.CHAT, chats.size());
        kinds.put(SelectorKind.LETTER, letters.size());
        identifiers.forEach(each -> kinds.merge(each.kind(), 1, Integer::sum));
        kinds.values().removeIf(count -> count == 0);
        return kinds;
    }

    @JsonIgnore
    public boolean isEmpty() {
        return count() == 0;
    }

    /** Whether they can find one subject only: what is linked to one id is one subject's. */
    @JsonIgnore
    public boolean isOneId() {
        return identifiers.isEmpty() && count() == 1;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
