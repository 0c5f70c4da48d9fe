package org.lethe.chat.account;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountRecords;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.rhythm.Rhythm;

/**
 * Seals accounts anew that are sealed under an older key-encryption key, until there is none.
 *
 * <p>It is a change like any other, to the next version with the same settings: written at the same
 * version it could come behind another's change and, once the topic is compacted, be all that is
 * left. So replicas that do it at once write it once, and whoever changes an account meanwhile wins
 * or is told that the version is another.
 */
@ApplicationScoped
class AccountResealing {

    private static final Log LOG = Log.of(AccountResealing.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final AccountDirectory directory;
    private final Supplier<List<AccountId>> underOlderKeys;
    private final Predicate<AccountSettings> write;
    private @Nullable Rhythm rhythm;

    @Inject
    AccountResealing(AccountDirectory directory, AccountRecords records, AccountWriter writer) {
        this(directory, records::underOlderKeys, writer::write);
    }

    AccountResealing(
            AccountDirectory directory,
            Supplier<List<AccountId>> underOlderKeys,
            Predicate<AccountSettings> write) {
        this.directory = directory;
        this.underOlderKeys = underOlderKeys;
        this.write = write;
    }

    void onStart(@Observes StartupEvent start) {
        rhythm = Rhythm.start("accounts-reseal", EVERY, this::reseal);
    }

    void onStop(@Observes ShutdownEvent stop) {
        if (rhythm != null) {
            rhythm.close();
        }
    }

    /**
     * Tries each once, until one can't be written because Kafka is away or another change is on its
     * way: each such attempt waits for seconds. What is left is found again the next time.
     */
    void reseal() {
        if (!directory.isLoaded()) {
            return;
        }
        int done = 0;
        try {
            for (AccountId account : underOlderKeys.get()) {
                done += isResealed(account) ? 1 : 0;
            }
        } catch (Refusal e) {
            LOG.debug("accounts are not all sealed anew yet", LogKey.CODE.of(e.code()));
        }
        if (done > 0) {
            LOG.info("accounts are sealed under the newest key", LogKey.COUNT.of(done));
        }
    }

    private boolean isResealed(AccountId account) {
        return !directory.isUnreadable(account)
                && directory
                        .find(account)
                        .filter(present -> write.test(present.withVersion(present.version() + 1)))
                        .isPresent();
    }
}
