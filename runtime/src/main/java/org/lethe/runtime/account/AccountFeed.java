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
 * <p>A process that finds an account at its start that it can't open takes up no work: it has not
 * the keys of the suite, and what it does not know of would seem to be closed. One that works
 * already goes on for all other accounts, and refuses this one as unavailable.
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
            unreadable(key, Optional.empty());
        }
        if (records.isCaughtUp() && !directory.isLoaded()) {
            loadIfReadable();
        }
    }

    @Override
    public void onCaughtUp() {
        records.caughtUp();
        if (!records.unreadable().isEmpty()) {
            refuseUnreadable();
        }
        if (directory.isLoaded()) {
            directory.setLoaded();
        } else {
            loadIfReadable();
        }
    }

    private void loadIfReadable() {
        if (records.unreadable().isEmpty()) {
            directory.setLoaded();
            LOG.info("accounts are read", LogKey.COUNT.of(directory.all().size()));
        }
    }

    private void refuseUnreadable() {
        Collection<Unreadable> unreadable = records.unreadable();
        unreadable.forEach(each -> each.account().ifPresent(directory::setUnreadable));
        if (directory.isLoaded()) {
            LOG.error("accounts can't be opened any more, and are refused", fields(unreadable));
        } else {
            LOG.error(
                    "accounts can't be opened with the keys of this service: it does not become"
                            + " ready",
                    fields(unreadable));
        }
    }

    private void changed(String key, AccountChanged changed) {
        Optional<KeyId> by = AccountSeal.key(changed);
        seal.unseal(changed)
                .ifPresentOrElse(
                        settings -> {
                            records.opened(key, by);
                            directory.put(settings);
                        },
                        () -> unreadable(key, by));
    }

    private void unreadable(String key, Optional<KeyId> by) {
        records.unreadable(key, by);
        // Until then it may only be an older version of what is open.
        if (records.isCaughtUp()) {
            refuseUnreadable();
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
