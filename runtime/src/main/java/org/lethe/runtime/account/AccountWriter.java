package org.lethe.runtime.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.AccountEvent;
import org.lethe.contracts.event.AccountEvent.AccountClosed;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.event.EventSender;
import org.lethe.runtime.problem.Refusal;

/** Changes accounts: compares and sets the version, then writes the settings to the topic. */
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
        send(account, new AccountClosed(account));
        // Its id may be used for a new account.
        versions.release(account);
        return new WriteOutcome.Written(present);
    }

    private WriteOutcome write(AccountSettings settings, long expected) {
        AccountId account = settings.id();
        long known = directory.find(account).map(AccountSettings::version).orElse(0L);
        if (!versions.take(account, expected, known)) {
            return new WriteOutcome.Conflict();
        }
        AccountSettings next = settings.withVersion(expected + 1);
        send(account, seal.seal(next));
        return new WriteOutcome.Written(next);
    }

    /** Waits until Kafka has the event, and until this process has read it back. */
    private void send(AccountId account, AccountEvent event) {
        var read = new CountDownLatch(1);
        Runnable stopReading =
                directory.whileReading(changed -> {
                    if (changed.equals(account)) {
                        read.countDown();
                    }
                });
        try {
            events.send(event);
            if (!read.await(READ_BACK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("an account's change is not read back yet", LogKey.ACCOUNT.of(account));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } catch (Refusal refusal) {
            versions.release(account);
            throw refusal;
        } finally {
            stopReading.run();
        }
    }
}
