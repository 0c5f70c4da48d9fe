package org.lethe.runtime.account;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.AccountEvent;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.runtime.rhythm.Backoff;

/**
 * Reads the whole topic of accounts, then follows it. Every process needs all of it, so there is no
 * consumer group and nothing is committed.
 */
@ApplicationScoped
class AccountFeed {

    private static final Log LOG = Log.of(AccountFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** With the time-out of the question, less than a tombstone is kept for. */
    private static final Duration STILL_THERE = Duration.ofMinutes(1);

    private final Map<String, Object> kafka;
    private final AccountDirectory directory;
    private final AccountSeal seal;
    private final OncePerCause waiting = new OncePerCause(LOG);
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile boolean stopping;

    @Inject
    AccountFeed(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            AccountDirectory directory,
            AccountSeal seal) {
        this.kafka = kafka;
        this.directory = directory;
        this.seal = seal;
    }

    void start(@Observes StartupEvent event) {
        // Not virtual: the selector would hold a carrier.
        Thread.ofPlatform().daemon().name("lethe-accounts").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    private void run() {
        var backoff = Backoff.every(PAUSE);
        boolean goOn = true;
        while (goOn && !stopping) {
            try (var open =
                    new KafkaConsumer<>(
                            config(), new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer = open;
                follow(open);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                waiting.warn("waiting for the accounts' topic", e);
                goOn = backoff.pause();
            } catch (RuntimeException e) {
                // Without this thread no account would be known again until a restart.
                LOG.error("the accounts' topic is read anew", e);
                goOn = backoff.pause();
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> open) {
        List<TopicPartition> partitions = partitions(open);
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException();
        }
        open.assign(partitions);
        open.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = open.endOffsets(partitions);
        directory.readAnew();
        while (!stopping && !isRead(open, ends)) {
            open.poll(POLL).forEach(this::take);
        }
        directory.setLoaded();
        LOG.info("accounts are read", LogKey.COUNT.of(directory.all().size()));
        waiting.passed();
        followOn(open, partitions);
    }

    /**
     * Throws when Kafka is away: after that all is read anew, since the tombstone of an account
     * that was closed meanwhile may be gone too.
     */
    private void followOn(KafkaConsumer<String, byte[]> open, List<TopicPartition> partitions) {
        long asked = System.nanoTime();
        while (!stopping) {
            open.poll(POLL).forEach(this::take);
            if (System.nanoTime() - asked > STILL_THERE.toNanos()) {
                open.endOffsets(partitions);
                asked = System.nanoTime();
            }
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> open) {
        List<PartitionInfo> infos = open.partitionsFor(Topic.ACCOUNTS.topicName());
        return infos == null
                ? List.of()
                : infos.stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
    }

    private static boolean isRead(
            KafkaConsumer<String, byte[]> open, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> open.position(end.getKey()) >= end.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            closed(record);
        } else if (EventCodec.decode(value) instanceof Decoded.Understood(CloudEvent envelope)
                && envelope.data() instanceof AccountEvent event) {
            take(event);
        } else {
            LOG.warn("a record of an account can't be read", LogKey.OFFSET.of(record.offset()));
        }
    }

    private void take(AccountEvent event) {
        switch (event) {
            case AccountEvent.AccountChanged changed -> {
                Optional<AccountSettings> settings = seal.unseal(changed);
                settings.ifPresentOrElse(
                        directory::put,
                        () ->
                                LOG.warn(
                                        "settings of an account can't be opened",
                                        LogKey.ACCOUNT.of(changed.account()),
                                        LogKey.VERSION.of(changed.version())));
            }
        }
    }

    private void closed(ConsumerRecord<String, byte[]> tombstone) {
        try {
            directory.remove(new AccountId(Objects.requireNonNullElse(tombstone.key(), "")));
        } catch (InvalidIdException e) {
            LOG.warn("a tombstone of no account", LogKey.OFFSET.of(tombstone.offset()));
        }
    }

    private Map<String, Object> config() {
        var config = new HashMap<>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "lethe-accounts");
        // Settings are small; the default buffers are made for streams of megabytes.
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1 << 20);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
        return config;
    }
}
