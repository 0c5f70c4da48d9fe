package org.lethe.runtime.account;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.event.AccountEvent.AccountChanged;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogField;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.seal.KeyId;
import org.lethe.runtime.account.AccountRecords.Unreadable;
import org.lethe.runtime.event.TopicTail;

/**
 * Brings what is on the topic of accounts into the directory.
 *
 * <p>A process that finds an account at its start whose key it has not reads no record from Kafka,
 * ends no chat and takes no letter, and is not ready: it has not the keys of the suite. One that
 * works already goes on for all other accounts, and refuses this one as unavailable. So does each
 * with a record that is damaged or of another version, at its start too: with its keys all is well.
 */
@Singleton
class AccountFeed implements TopicTail.Follower {

    private static final Log LOG = Log.of(AccountFeed.class);

    private final AccountDirectory directory;
    private final AccountRecords records;
    private final AccountSeal seal;
    private final TopicTail tail;

    @Inject
    AccountFeed(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            AccountDirectory directory,
            AccountRecords records,
            AccountSeal seal) {
        this.directory = directory;
        this.records = records;
        this.seal = seal;
        this.tail = new TopicTail(Topic.ACCOUNTS, kafka, this);
    }

    void start(@Observes StartupEvent event) {
        tail.start();
    }

    void stop(@Observes ShutdownEvent event) {
        tail.close();
    }

    @Override
    public void onBegin() {
        directory.readAnew();
        records.begin();
    }

    @Override
    public void onRecord(ConsumerRecord<byte[], byte[]> message) {
        String key = key(message);
        byte[] value = message.value();
        if (value == null) {
            closed(key, message);
        } else if (EventCodec.decode(value) instanceof Decoded.Understood(CloudEvent envelope)
                && envelope.data() instanceof AccountChanged changed) {
            changed(key, changed);
        } else {
            records.otherVersion(key, Optional.empty());
            logUnreadable();
        }
        // Until then what can't be opened may only be an older version of what can.
        if (records.isCaughtUp()) {
            directory.setUnreadable(records.unreadableAccounts());
            if (!directory.isLoaded()) {
                loadIfKeysAreHere();
            }
        }
    }

    @Override
    public void onCaughtUp() {
        records.caughtUp();
        directory.setUnreadable(records.unreadableAccounts());
        logUnreadable();
        if (directory.isLoaded()) {
            directory.setLoaded();
        } else {
            loadIfKeysAreHere();
        }
    }

    private void loadIfKeysAreHere() {
        if (unreadable(true).isEmpty()) {
            directory.setLoaded();
            LOG.info("accounts are read", LogKey.COUNT.of(directory.all().size()));
        }
    }

    /** Says which records can't be opened, once that is known of all. */
    private void logUnreadable() {
        if (!records.isCaughtUp()) {
            return;
        }
        Collection<Unreadable> strange = unreadable(true);
        if (!strange.isEmpty()) {
            LOG.error(
                    directory.isLoaded()
                            ? "accounts can't be opened any more, and are refused"
                            : "accounts can't be opened with the keys of this service: it does"
                                    + " not become ready",
                    fields(strange));
        }
        Collection<Unreadable> others = unreadable(false);
        if (!others.isEmpty()) {
            LOG.error(
                    "records of accounts are damaged or of another version, and are refused",
                    fields(others));
        }
    }

    private Collection<Unreadable> unreadable(boolean keyIsMissing) {
        return records.unreadable().stream()
                .filter(each -> (each.cause() == UnreadableCause.KEY_MISSING) == keyIsMissing)
                .toList();
    }

    private void changed(String key, AccountChanged changed) {
        Optional<KeyId> by = AccountSeal.key(changed);
        switch (seal.unseal(changed)) {
            case AccountSeal.Unsealing.Clear(AccountSettings settings) -> {
                records.opened(key, by);
                directory.put(settings);
            }
            case AccountSeal.Unsealing.Shut() -> {
                records.shut(key, by);
                logUnreadable();
            }
            case AccountSeal.Unsealing.OtherVersion() -> {
                records.otherVersion(key, by);
                logUnreadable();
            }
        }
    }

    private void closed(String key, ConsumerRecord<byte[], byte[]> tombstone) {
        records.gone(key);
        try {
            directory.remove(new AccountId(key));
        } catch (InvalidIdException e) {
            LOG.warn("a tombstone of no account", LogKey.OFFSET.of(tombstone.offset()));
        }
    }

    /** How many, and under which keys as far as that can be told. */
    private static LogField[] fields(Collection<Unreadable> unreadable) {
        Stream<LogField> keys =
                unreadable.stream()
                        .flatMap(each -> each.by().stream())
                        .distinct()
                        .map(key -> LogKey.KEY.of(key.number()));
        return Stream.concat(Stream.of(LogKey.COUNT.of(unreadable.size())), keys)
                .toArray(LogField[]::new);
    }

    private static String key(ConsumerRecord<byte[], byte[]> message) {
        byte[] key = message.key();
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }
}
