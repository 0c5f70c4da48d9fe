package org.lethe.runtime.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lethe.contracts.id.AccountId;

/**
 * How many accounts have an origin on their list: asked for at every request, so that it must not
 * take longer with every account there is.
 */
final class OriginIndex {

    private final Map<AccountId, Set<String>> ofAccounts = new HashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    boolean contains(String origin) {
        return counts.containsKey(origin);
    }

    /** The account has these origins from now on, and no others. */
    synchronized void set(AccountId account, Collection<String> origins) {
        Set<String> now = Set.copyOf(origins);
        Set<String> before =
                now.isEmpty() ? ofAccounts.remove(account) : ofAccounts.put(account, now);
        // The new ones first: what stays is on the list at every moment.
        now.forEach(origin -> counts.merge(origin, 1, Integer::sum));
        if (before != null) {
            before.forEach(origin ->
                    counts.computeIfPresent(origin, (any, count) -> count > 1 ? count - 1 : null));
        }
    }
}
