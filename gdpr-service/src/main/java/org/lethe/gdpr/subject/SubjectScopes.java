package org.lethe.gdpr.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;

/**
 * Finds the open scopes of a data subject: the named ones and those that they lead to, a visit to
 * all its chats, a chat to its visit and letters.
 *
 * <p>A scope of another account is not found, like one that never was.
 */
@ApplicationScoped
public class SubjectScopes {

    private final SubjectVault vault;

    public SubjectScopes(SubjectVault vault) {
        this.vault = vault;
    }

    /** The subject's open scopes at this moment, from those that were named. */
    public Set<ScopeId> find(AccountId account, Set<ScopeId> named) {
        var found = new LinkedHashSet<ScopeId>();
        var asked = new HashSet<ScopeId>();
        Set<ScopeId> next = withLetters(named);
        while (!next.isEmpty()) {
            asked.addAll(next);
            var links = new LinkedHashSet<ScopeId>();
            vault.look(next)
                    .forEach((scope, live) -> {
                        if (live.account().equals(account)) {
                            found.add(scope);
                            links.addAll(live.links());
                        }
                    });
            links.removeAll(asked);
            next = withLetters(links);
        }
        return found;
    }

    /**
     * Marks the subject's scopes, so that nothing new is made from them, and finds what was made
     * until the marks stood.
     */
    public Set<ScopeId> seize(AccountId account, Set<ScopeId> named, ErasureId erasure) {
        Set<ScopeId> found = find(account, named);
        boolean grown = !found.isEmpty();
        while (grown) {
            vault.mark(found, erasure);
            grown = found.addAll(find(account, named));
        }
        return found;
    }

    /** How many there are of each kind. */
    public static Map<ScopeKind, Integer> count(Set<ScopeId> scopes) {
        var counts = new TreeMap<ScopeKind, Integer>();
        scopes.forEach(scope -> counts.merge(scope.kind(), 1, Integer::sum));
        return counts;
    }

    /** A chat's letters outlive it, so they are looked for even when it is gone. */
    private static Set<ScopeId> withLetters(Set<ScopeId> scopes) {
        var all = new LinkedHashSet<>(scopes);
        for (ScopeId scope : scopes) {
            if (scope instanceof ChatId chat) {
                for (int ordinal = 0; ordinal < LetterId.MAX_LETTERS; ordinal++) {
                    all.add(LetterId.of(chat, ordinal));
                }
            }
        }
        return all;
    }
}
