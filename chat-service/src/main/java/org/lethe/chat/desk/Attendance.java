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
import org.lethe.contracts.id.OperatorId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;

/** The operators who are connected to this replica and not away; keeps their leases running. */
@ApplicationScoped
public class Attendance {
    private static final Log LOG = Log.of(Attendance.class);

    private final ConcurrentMap<String, Present> present = new ConcurrentHashMap<>();
    private final OnlineOperators operators;
    private final DeskSettings settings;

    @Inject
    Attendance(OnlineOperators operators, DeskSettings settings) {
        this.operators = operators;
        this.settings = settings;
    }

    /** The operator counts as online from now on. */
    void arrive(String connection, AccountId account, OperatorId operator) {
        String name = operator.value() + "/" + connection;
        present.put(connection, new Present(account, name));
        operators.lease(account, Map.of(name, settings.lease()));
    }

    /** Does not count any more, at once. */
    void goAway(String connection) {
        end(connection, Duration.ZERO);
    }

    /** The connection is gone; its operator may be back in a moment. */
    void leave(String connection) {
        end(connection, settings.grace());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void renew() {
        var leases = new HashMap<AccountId, Map<String, Duration>>();
        for (Present each : present.values()) {
            leases.computeIfAbsent(each.account(), account -> new HashMap<>())
                    .put(each.name(), settings.lease());
        }
        try {
            leases.forEach(operators::lease);
        } catch (StoreUnavailableException e) {
            LOG.warn("Leases of operators could not be renewed", LogKey.REASON.of(e));
        }
    }

    private void end(String connection, Duration lease) {
        Present gone = present.remove(connection);
        if (gone != null) {
            operators.lease(gone.account(), Map.of(gone.name(), lease));
        }
    }

    private record Present(AccountId account, String name) {}
}
