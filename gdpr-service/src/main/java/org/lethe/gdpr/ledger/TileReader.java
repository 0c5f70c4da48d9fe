package org.lethe.gdpr.ledger;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.topic.Topic;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.runtime.event.PartitionReader;

/** Hashes the leaves of complete tiles from the topic again, each time that it is asked. */
final class TileReader implements LedgerTopic, AutoCloseable {

    private final PartitionReader reader;

    /**
     * @param use what it is for; another for each in a process
     */
    TileReader(String use, Map<String, Object> kafka, Duration patience) {
        this.reader = new PartitionReader(Topic.LEDGER, use, kafka, patience);
    }

    @Override
    public byte[] leaves(long tile) {
        long first = tile * LEAVES;
        var hashes = new byte[LEAVES * TreeHash.LENGTH];
        int filled = 0;
        for (ConsumerRecord<byte[], byte[]> message :
                reader.at(LongStream.range(first, first + LEAVES).boxed().toList())) {
            System.arraycopy(LedgerReader.hash(message), 0, hashes, filled, TreeHash.LENGTH);
            filled += TreeHash.LENGTH;
        }
        return hashes;
    }

    @Override
    public long end() {
        return reader.end();
    }

    @Override
    public void close() {
        reader.close();
    }
}
