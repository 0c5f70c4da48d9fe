package org.lethe.runtime.account;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;

/** How the accounts' records can be opened, as this process has read them. */
@ApplicationScoped
class AccountMetrics implements MeterBinder {

    private final AccountRecords records;

    @Inject
    AccountMetrics(AccountRecords records) {
        this.records = records;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lethe.records.under.older.keys", records, AccountMetrics::older)
                .description(
                        "Records whose key an older key-encryption key wraps; NaN until counted")
                .tag("kind", "account")
                .register(registry);
        Gauge.builder("lethe.accounts.unreadable", records, it -> it.unreadable().size())
                .description("Accounts whose settings this process can't open")
                .register(registry);
    }

    private static double older(AccountRecords records) {
        OptionalInt count = records.olderCount();
        return count.isPresent() ? count.getAsInt() : Double.NaN;
    }
}
