package org.lethe.chat.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.AccountEvent.AccountChanged;
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
import org.lethe.runtime.problem.Refusal;

/**
 * Changes accounts: compares and sets the version, then writes the settings to the topic. Returns
 * when Kafka has them; false if somebody else changed the account meanwhile.
 *
 * <p>A change that is refused as unavailable may be made all the same. Until that is certain, the
 * same change and any other are refused as unavailable too: nobody else has changed anything.
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
        Optional<AccountSettings> present = directory.find(account);
        if (present.filter(next::equals).isPresent()) {
            // By an earlier attempt, whose answer was lost.
            return true;
        }
        long known = present.map(AccountSettings::version).orElse(0L);
        return switch (versions.take(account, next.version() - 1, known)) {
            case TAKEN -> send(seal.seal(next));
            case PENDING -> isMade(next);
            case CHANGED -> false;
        };
    }

    /** Closes an account: its settings go from the topic with the next compaction. */
    boolean close(AccountSettings present) {
        AccountId account = present.id();
        long version = present.version();
        switch (versions.take(account, version, version)) {
            case TAKEN -> {}
            case PENDING -> throw new Refusal(ErrorCode.UNAVAILABLE);
            case CHANGED -> {
                return false;
            }
        }
        events.clear(Topic.ACCOUNTS, account.value());
        if (!isRead(account, Optional::isEmpty)) {
            LOG.warn("a closed account is not read back yet", LogKey.ACCOUNT.of(account));
        }
        try {
            versions.close(account, version + 1);
        } catch (StoreUnavailableException e) {
            // It is when the version runs out.
            LOG.warn("a closed account's id is not free yet", LogKey.ACCOUNT.of(account));
        }
        return true;
    }

    /**
     * Closes an account whose settings can't be opened, so that nobody here knows its version: what
     * stands on the topic goes without a comparison. Refuses as unavailable if Kafka does not
     * confirm it.
     */
    void clear(AccountId account) {
        events.clear(Topic.ACCOUNTS, account.value());
        if (!isSoon(() -> !directory.isUnreadable(account))) {
            LOG.warn("a closed account is not read back yet", LogKey.ACCOUNT.of(account));
        }
    }

    private boolean send(AccountChanged change) {
        events.send(change);
        if (!isRead(change.account(), isAtLeast(change.version()))) {
            LOG.warn(
                    "an account's change is not read back yet",
                    LogKey.ACCOUNT.of(change.account()));
        }
        return true;
    }

    /**
     * A change is on its way, this one or another: a moment later it is made, or nobody can say.
     */
    private boolean isMade(AccountSettings next) {
        if (!isRead(next.id(), isAtLeast(next.version()))) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        return directory.find(next.id()).filter(next::equals).isPresent();
    }

    private static Predicate<Optional<AccountSettings>> isAtLeast(long version) {
        return read -> read.filter(present -> present.version() >= version).isPresent();
    }

    /** Whether this process has read back what Kafka has, after a moment. */
    private boolean isRead(AccountId account, Predicate<Optional<AccountSettings>> isRead) {
        return isSoon(() -> isRead.test(directory.find(account)));
    }

    private static boolean isSoon(BooleanSupplier isRead) {
        long end = System.nanoTime() + READ_BACK.toNanos();
        var pauses = Backoff.every(PAUSE);
        while (!isRead.getAsBoolean()) {
            if (System.nanoTime() > end || !pauses.pause()) {
                return false;
            }
        }
        return true;
    }
}
