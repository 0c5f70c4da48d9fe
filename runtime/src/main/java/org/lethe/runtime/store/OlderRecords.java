package org.lethe.runtime.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.watchdog.Watchdog;
import org.lethe.runtime.account.AccountRecords;

/**
 * How many records there are whose key a key-encryption key wraps that the primary has taken the
 * place of: what keeps an older key from being retired.
 */
@Singleton
class OlderRecords {

    private final List<Kind> kinds;

    @Inject
    OlderRecords(AccountRecords accounts, Watchdog watchdog) {
        this(
                Stream.concat(
                                Stream.of(new Kind("account", accounts::olderCount)),
                                Stream.of(ScopeKind.values())
                                        .map(kind ->
                                                new Kind(
                                                        WireFormat.name(kind),
                                                        () -> watchdog.underOlderKeys(kind))))
                        .toList());
    }

    OlderRecords(List<Kind> kinds) {
        this.kinds = kinds;
    }

    List<Kind> kinds() {
        return kinds;
    }

    /**
     * @param count as this process has counted; empty if it has not, or leaves it to another
     */
    record Kind(String name, Supplier<OptionalInt> count) {}
}
