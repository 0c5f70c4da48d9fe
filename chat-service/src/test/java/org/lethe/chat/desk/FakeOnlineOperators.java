package org.lethe.chat.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.lethe.contracts.id.AccountId;

/** Leases in memory. */
public final class FakeOnlineOperators implements OnlineOperators {

    private final Map<AccountId, Map<String, Instant>> until = new HashMap<>();
    private final Clock clock;

    public FakeOnlineOperators(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean isAnyOnline(AccountId account) {
        return until.getOrDefault(account, Map.of()).values().stream()
                .anyMatch(end -> end.isAfter(clock.instant()));
    }

    @Override
    public synchronized void lease(AccountId account, Map<String, Duration> leases) {
        Map<String, Instant> held = until.computeIfAbsent(account, id -> new HashMap<>());
        leases.forEach((name, lease) -> {
            if (lease.isPositive()) {
                held.put(name, clock.instant().plus(lease));
            } else {
                held.remove(name);
            }
        });
    }
}
