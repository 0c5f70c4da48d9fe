package org.lethe.runtime.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import org.lethe.contracts.WireFormat;
import org.lethe.runtime.account.AccountRecords;
import org.lethe.runtime.account.UnreadableCause;

/** What the keys of this process don't open, and what older ones still do. */
@ApplicationScoped
class KeyMetrics implements MeterBinder {

    private final OlderRecords older;
    private final AccountRecords accounts;

    @Inject
    KeyMetrics(OlderRecords older, AccountRecords accounts) {
        this.older = older;
        this.accounts = accounts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (OlderRecords.Kind kind : older.kinds()) {
            Gauge.builder("lethe.records.under.older.keys", kind, KeyMetrics::count)
                    .description(
                            "Records whose key is wrapped by a key-encryption key that the primary"
                                    + " has taken the place of; NaN where this process did not"
                                    + " count them")
                    .tag("kind", kind.name())
                    .register(registry);
        }
        for (UnreadableCause cause : UnreadableCause.values()) {
            Gauge.builder("lethe.accounts.unreadable", accounts, it -> unreadable(it, cause))
                    .description("Accounts whose settings this process can't open, and why")
                    .tag("cause", WireFormat.name(cause))
                    .register(registry);
        }
    }

    private static double unreadable(AccountRecords accounts, UnreadableCause cause) {
        return accounts.unreadable().stream().filter(each -> each.cause() == cause).count();
    }

    private static double count(OlderRecords.Kind kind) {
        OptionalInt count = kind.count().get();
        return count.isPresent() ? count.getAsInt() : Double.NaN;
    }
}
