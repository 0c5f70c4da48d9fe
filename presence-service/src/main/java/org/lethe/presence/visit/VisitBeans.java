package org.lethe.presence.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.runtime.account.AccountDirectory;

/** What visits take from configuration, retention schedule and accounts. */
@ApplicationScoped
class VisitBeans {

    @Produces
    @Singleton
    VisitTimes times(VisitConfig config, Lifetimes lifetimes) {
        return VisitTimes.of(config, lifetimes.visit());
    }

    @Produces
    @Singleton
    AddressRule addressRule(AccountDirectory accounts) {
        return account -> accounts.require(account).removeAddress();
    }
}
