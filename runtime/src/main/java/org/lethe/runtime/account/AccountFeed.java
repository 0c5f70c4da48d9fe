package org.lethe.runtime.account;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.event.AccountEvent.AccountChanged;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.event.TopicTail;

/** Brings what is on the topic of accounts into the directory. */
@Singleton
class AccountFeed implements TopicTail.Follower {

    private static final Log LOG = Log.of(AccountFeed.class);

    private final AccountDirectory directory;
    private final AccountSeal seal;
    private final TopicTail tail;

    @Inject
    AccountFeed(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            AccountDirectory directory,
            AccountSeal seal) {
        this.directory = directory;
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
    }

    @Override
    public void onRecord(ConsumerRecord<byte[], byte[]> message) {
        byte[] value = message.value();
        if (value == null) {
            closed(message);
        } else if (EventCodec.decode(value) instanceof Decoded.Understood(CloudEvent envelope)
                && envelope.data() instanceof AccountChanged changed) {
            changed(changed);
        } else {
            LOG.warn("a record of an account can't be read", LogKey.OFFSET.of(message.offset()));
        }
    }

    @Override
    public void onCaughtUp() {
        directory.setLoaded();
        LOG.info("accounts are read", LogKey.COUNT.of(directory.all().size()));
    }

    private void changed(AccountChanged changed) {
        seal.unseal(changed)
                .ifPresentOrElse(
                        directory::put,
                        () ->
                                LOG.warn(
                                        "settings of an account can't be opened",
                                        LogKey.ACCOUNT.of(changed.account()),
                                        LogKey.VERSION.of(changed.version())));
    }

    private void closed(ConsumerRecord<byte[], byte[]> tombstone) {
        byte[] key = tombstone.key();
        try {
            directory.remove(
                    new AccountId(key == null ? "" : new String(key, StandardCharsets.UTF_8)));
        } catch (InvalidIdException e) {
            LOG.warn("a tombstone of no account", LogKey.OFFSET.of(tombstone.offset()));
        }
    }
}
