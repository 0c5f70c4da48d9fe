package org.lethe.chat.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.pause.Backoff;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSeal;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.event.EventSender;

/**
 * Changes accounts: compares and sets the version, then writes the settings to the topic. Returns
 * when Kafka has them; false if somebody else changed the account meanwhile.
 *
 * <p>A change that is refused as unavailable may be made all the same, so until that is certain any
 * other is a conflict.
 */
@ApplicationScoped
class AccountWriter {

    private static final Log LOG = Log.of(AccountWriter.class);

    /** A reader is a few milliseconds behind; who waits longer reads its own change later. */
    private static final Duration READ_BACK = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final AccountDirectory directory;
    private final AccountVersions versions;
    private final AccountSeal seal;
    private final EventSender events;

    @Inject
    AccountWriter(
            AccountDirectory directory,
            AccountVersions versions,
            AccountSeal seal,
            EventSender events) {
        this.directory = directory;
        this.versions = versions;
        this.seal = seal;
        this.events = events;
    }

    /** Writes the version after the one that the change was made to; the first is a new account. */
    boolean write(AccountSettings next) {
        AccountId account = next.id();
        long known = directory.find(account).map(AccountSettings::version).orElse(0L);
        if (!versions.take(account, next.version() - 1, known)) {
            return false;
        }
        events.send(seal.seal(next));
        awaitRead(
                account,
                read -> read.filter(present -> present.version() >= next.version()).isPresent());
        return true;
    }

    /** Closes an account: its settings go from the topic with the next compaction. */
    boolean close(AccountSettings present) {
        AccountId account = present.id();
        if (!versions.take(account, present.version(), present.version())) {
            return false;
        }
        events.clear(Topic.ACCOUNTS, account.value());
        awaitRead(account, Optional::isEmpty);
        try {
            versions.close(account, present.version() + 1);
        } catch (StoreUnavailableException e) {
            // It is when the version runs out.
            LOG.warn("a closed account's id is not free yet", LogKey.ACCOUNT.of(account));
        }
        return true;
    }

    /** Waits until this process has read back what Kafka has. */
    private void awaitRead(AccountId account, Predicate<Optional<AccountSettings>> isRead) {
        long end = System.nanoTime() + READ_BACK.toNanos();
        var pauses = Backoff.every(PAUSE);
        while (!isRead.test(directory.find(account))) {
            if (System.nanoTime() > end || !pauses.pause()) {
                LOG.warn("an account's change is not read back yet", LogKey.ACCOUNT.of(account));
                return;
            }
        }
    }
}
