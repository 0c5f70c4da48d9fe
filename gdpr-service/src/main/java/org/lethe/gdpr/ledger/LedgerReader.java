package org.lethe.gdpr.ledger;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.topic.Topic;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.runtime.event.PartitionReader;

/** Fetches single records of the ledger by their offset. */
@ApplicationScoped
class LedgerReader {

    /** The topic has this one partition, which gives the order of the entries. */
    static final TopicPartition PARTITION = new TopicPartition(Topic.LEDGER.topicName(), 0);

    private static final byte[] NOTHING = {};

    private final PartitionReader reader;

    LedgerReader(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, LedgerSettings config) {
        this.reader = new PartitionReader(Topic.LEDGER, "entries", kafka, config.patience());
    }

    Leaf at(long offset) {
        return at(List.of(offset)).getFirst();
    }

    /** The entries at these offsets, which rise. */
    List<Leaf> at(List<Long> offsets) {
        return reader.at(offsets).stream().map(LedgerReader::leaf).toList();
    }

    @PreDestroy
    void stop() {
        reader.close();
    }

    /**
     * Of each record, also one that is no entry: what is a leaf depends on nothing but the topic.
     */
    static byte[] hash(ConsumerRecord<byte[], byte[]> message) {
        return TreeHash.leaf(message.value() == null ? NOTHING : message.value());
    }

    static Optional<LedgerEntry> entry(ConsumerRecord<byte[], byte[]> message) {
        return message.value() != null
                        && EventCodec.decode(message.value()) instanceof Decoded.Understood decoded
                        && decoded.event().data() instanceof LedgerEntry entry
                ? Optional.of(entry)
                : Optional.empty();
    }

    private static Leaf leaf(ConsumerRecord<byte[], byte[]> message) {
        return entry(message)
                .map(entry -> Leaf.of(message.offset(), message.value(), entry))
                .orElseThrow(() -> new IllegalStateException("no entry at its place"));
    }
}
