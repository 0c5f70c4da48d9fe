package org.lethe.chat.loss;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LossEvent;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.event.TopicTail;

/** Reads the topic of losses in every process, so that each can tell its consoles all of them. */
@Singleton
class LossFeed implements TopicTail.Follower {

    private static final Log LOG = Log.of(LossFeed.class);

    private final AccountLosses losses;
    private final TopicTail tail;

    @Inject
    LossFeed(@Identifier("default-kafka-broker") Map<String, Object> kafka, AccountLosses losses) {
        this.losses = losses;
        this.tail = new TopicTail(Topic.LOSSES, kafka, this);
    }

    void start(@Observes StartupEvent event) {
        tail.start();
    }

    void stop(@Observes ShutdownEvent event) {
        tail.close();
    }

    @Override
    public void onBegin() {
        // What is known already is only told again.
    }

    @Override
    public void onRecord(ConsumerRecord<byte[], byte[]> message) {
        byte[] value = message.value();
        if (value != null
                && EventCodec.decode(value) instanceof Decoded.Understood(CloudEvent envelope)
                && envelope.data() instanceof LossEvent loss) {
            losses.note(loss, Instant.ofEpochMilli(message.timestamp()));
        } else {
            LOG.warn("a record of a loss can't be read", LogKey.OFFSET.of(message.offset()));
        }
    }

    @Override
    public void onCaughtUp() {
        losses.setRead();
    }
}
