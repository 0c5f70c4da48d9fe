package org.lethe.chat.desk;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;

/** The operators who are connected to this replica and not away; keeps their leases running. */
@ApplicationScoped
public class Attendance {
    private static final Log LOG = Log.of(Attendance.class);

    private final ConcurrentMap<String, Console> present = new ConcurrentHashMap<>();
    private final OnlineOperators operators;
    private final DeskSettings settings;

    @Inject
    Attendance(OnlineOperators operators, DeskSettings settings) {
        this.operators = operators;
        this.settings = settings;
    }

    /** The console's operator counts as online from now on. */
    void arrive(Console console) {
        present.put(console.connection(), console);
        lease(console, settings.lease());
    }

    /** Does not count any more, at once. */
    void goAway(Console console) {
        end(console, Duration.ZERO);
    }

    /** The console is gone; its operator may be back in a moment. */
    void leave(Console console) {
        end(console, settings.grace());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void renew() {
        var leases = new HashMap<AccountId, Map<String, Duration>>();
        for (Console each : present.values()) {
            leases.computeIfAbsent(each.operator().account(), account -> new HashMap<>())
                    .put(each.lease(), settings.lease());
        }
        try {
            leases.forEach(operators::lease);
        } catch (StoreUnavailableException e) {
            LOG.warn("Leases of operators could not be renewed", LogKey.REASON.of(e));
        }
    }

    private void end(Console console, Duration lease) {
        if (present.remove(console.connection()) != null) {
            lease(console, lease);
        }
    }

    private void lease(Console console, Duration lease) {
        operators.lease(console.operator().account(), Map.of(console.lease(), lease));
    }
}
