package org.lethe.runtime.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.AccountEvent.AccountChanged;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.event.EventSender;
import org.lethe.runtime.problem.Refusal;

/**
 * Changes accounts: compares and sets the version, then writes the settings to the topic.
 *
 * <p>A change that is refused as unavailable may be made all the same, so until that is certain any
 * other is a conflict.
 */
@ApplicationScoped
public class AccountWriter {

    private static final Log LOG = Log.of(AccountWriter.class);

    /** A reader is a few milliseconds behind; who waits longer reads its own change later. */
    private static final Duration READ_BACK = Duration.ofSeconds(2);

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

    /** Makes a new account; a conflict if there is one with this id. Returns when Kafka has it. */
    public WriteOutcome create(AccountSettings settings) {
        return write(settings, 0);
    }

    /**
     * Replaces an account's settings. Returns when Kafka has them.
     *
     * @param expected the version that the change was made to
     */
    public WriteOutcome change(AccountSettings settings, long expected) {
        directory.require(settings.id());
        return write(settings, expected);
    }

    /** Closes an account: its settings go from the topic with the next compaction. */
    public WriteOutcome close(AccountId account, long expected) {
        AccountSettings present = directory.require(account);
        if (!versions.take(account, expected, present.version())) {
            return new WriteOutcome.Conflict();
        }
        send(account, () -> events.clear(Topic.ACCOUNTS, account.value()));
        free(account, expected + 1);
        return new WriteOutcome.Written(present);
    }

    /** Lets the id be used for a new account at once; without Redis, when the version runs out. */
    private void free(AccountId account, long taken) {
        try {
            versions.close(account, taken);
        } catch (StoreUnavailableException e) {
            LOG.warn("a closed account's id is not free yet", LogKey.ACCOUNT.of(account));
        }
    }

    private WriteOutcome write(AccountSettings settings, long expected) {
        AccountId account = settings.id();
        long known = directory.find(account).map(AccountSettings::version).orElse(0L);
        if (!versions.take(account, expected, known)) {
            return new WriteOutcome.Conflict();
        }
        AccountSettings next = settings.withVersion(expected + 1);
        AccountChanged event = seal.seal(next);
        send(account, () -> events.send(event));
        return new WriteOutcome.Written(next);
    }

    /** Waits until Kafka has the record, and until this process has read it back. */
    private void send(AccountId account, Runnable sending) {
        var read = new CountDownLatch(1);
        Runnable stopReading =
                directory.whileReading(changed -> {
                    if (changed.equals(account)) {
                        read.countDown();
                    }
                });
        try {
            sending.run();
            if (!read.await(READ_BACK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("an account's change is not read back yet", LogKey.ACCOUNT.of(account));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } finally {
            stopReading.run();
        }
    }
}
