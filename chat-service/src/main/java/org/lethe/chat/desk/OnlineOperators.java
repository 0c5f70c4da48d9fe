package org.lethe.chat.desk;

import java.time.Duration;
import java.util.Map;
import org.lethe.contracts.id.AccountId;

/** Which accounts have operators online, across all replicas. */
public interface OnlineOperators {

    boolean isAnyOnline(AccountId account);

    /**
     * Renews leases, or gives them back. A lease runs out by itself when its replica dies.
     *
     * @param leases for each connection, named by ids, how long it counts; zero gives it back
     */
    void lease(AccountId account, Map<String, Duration> leases);
}
