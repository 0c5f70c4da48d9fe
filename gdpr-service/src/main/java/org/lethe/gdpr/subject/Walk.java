package org.lethe.gdpr.subject;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.subject.SubjectVault.Live;

/**
 * From scopes to all that they lead to, a visit to all its chats, a chat to its visit and letters,
 * a letter to its chat; and which of them belong together. What is gone links too: a chat that
 * ended, or a message that was left, all its letters.
 */
final class Walk {

    private final SubjectVault vault;
    private final AccountId account;
    private final Map<ScopeId, Instant> found = new LinkedHashMap<>();
    private final Set<ScopeId> asked = new HashSet<>();

    /** Of each scope that is linked, another of its group, on the way to the one that names it. */
    private final Map<ScopeId, ScopeId> towards = new HashMap<>();

    Walk(SubjectVault vault, AccountId account) {
        this.vault = vault;
        this.account = account;
    }

    /** One round trip for each step that is gone. */
    void from(Set<ScopeId> named) {
        Set<ScopeId> next = withLetters(named);
        while (!next.isEmpty()) {
            asked.addAll(next);
            var links = new LinkedHashSet<ScopeId>();
            vault.look(next).forEach((scope, live) -> note(scope, live, links));
            links.removeAll(asked);
            next = withLetters(links);
        }
    }

    /** The groups of open scopes. */
    List<FoundSubject> groups() {
        var groups = new LinkedHashMap<ScopeId, Map<ScopeId, Instant>>();
        found.forEach((scope, opened) ->
                groups.computeIfAbsent(group(scope), _ -> new LinkedHashMap<>())
                        .put(scope, opened));
        return groups.values().stream().map(FoundSubject::new).toList();
    }

    /** Those groups that each of these sets has a scope of, be it open or gone. */
    List<FoundSubject> groupsOfEach(List<Set<ScopeId>> hits) {
        List<Set<ScopeId>> groups =
                hits.stream()
                        .map(each -> each.stream().map(this::group).collect(Collectors.toSet()))
                        .toList();
        return groups().stream()
                .filter(subject -> {
                    ScopeId group = group(subject.scopes().iterator().next());
                    return groups.stream().allMatch(each -> each.contains(group));
                })
                .toList();
    }

    private void note(ScopeId scope, Live live, Set<ScopeId> links) {
        if (live.account().equals(account)) {
            found.put(scope, live.since());
            links.addAll(live.links());
            live.links().forEach(link -> join(scope, link));
        }
    }

    /** A chat's letters outlive it, so they are looked for even when it is gone. */
    private Set<ScopeId> withLetters(Set<ScopeId> scopes) {
        var all = new LinkedHashSet<>(scopes);
        for (ScopeId scope : scopes) {
            if (scope instanceof ChatId chat) {
                for (int ordinal = 0; ordinal < LetterId.MAX_LETTERS; ordinal++) {
                    LetterId letter = LetterId.of(chat, ordinal);
                    all.add(letter);
                    join(letter, chat);
                }
            }
        }
        return all;
    }

    private void join(ScopeId one, ScopeId other) {
        ScopeId group = group(one);
        ScopeId joined = group(other);
        if (!group.equals(joined)) {
            towards.put(group, joined);
        }
    }

    private ScopeId group(ScopeId scope) {
        ScopeId at = scope;
        for (ScopeId next = towards.get(at); next != null; next = towards.get(at)) {
            at = next;
        }
        return at;
    }
}
