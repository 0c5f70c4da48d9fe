package org.lethe.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lethe.contracts.topic.Topic;
import org.lethe.runtime.problem.Refusal;

/** On Kafka's own fake, of which each poll gives what there is from the position on. */
@Timeout(20)
class PartitionReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topic.LEDGER.topicName(), 0);

    /** Longer than the test may take: nothing may wait for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<Long> sought = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private boolean isFailing;

    @Test
    void givesRecordsInTheOrderInWhichTheyAreAskedFor() {
        put(0, 1, 2, 3, 4, 5);

        assertThat(offsets(reader(500).at(List.of(1L, 3L, 4L)))).containsExactly(1L, 3L, 4L);
        assertThat(offsets(reader(500).at(List.of(4L, 1L, 1L, 5L, 0L))))
                .containsExactly(4L, 1L, 1L, 5L, 0L);
    }

    @Test
    void findsAtOnceThatARecordIsNotThere() {
        put(0, 1, 3, 4);

        assertThat(reader(500).find(List.of(2L))).isEmpty();
        assertThat(reader(500).find(List.of(1L, 2L, 3L))).isEmpty();
        assertThat(reader(1).find(List.of(4L, 2L))).isEmpty();
        PartitionReader reader = reader(500);
        assertThatThrownBy(() -> reader.at(List.of(0L, 2L))).isInstanceOf(Refusal.class);
        assertThat(offsets(reader.at(List.of(0L, 3L)))).containsExactly(0L, 3L);
    }

    @Test
    void jumpsOverWhatIsNotNear() {
        put(0, 1, 2, 3, 4, 5, 6, 7, 8);

        reader(500).at(List.of(1L, 4L, 8L));
        assertThat(sought).as("all of it is near").isEmpty();

        reader(1).at(List.of(1L, 4L, 5L, 8L));
        assertThat(sought).containsExactly(4L, 8L);
    }

    /** What can't be closed, as by a thread that is interrupted, is not asked again. */
    @Test
    void readsOnWithAnotherConsumerWhateverBecomesOfTheOneThatFailed() {
        put(0, 1, 2);
        PartitionReader reader = reader(500);
        reader.at(0);
        isFailing = true;
        assertThatThrownBy(() -> reader.at(1)).isInstanceOf(Refusal.class);
        isFailing = false;

        assertThat(reader.at(2).offset()).isEqualTo(2);
    }

    private PartitionReader reader(long near) {
        return new PartitionReader(Topic.LEDGER, this::open, PATIENCE, near);
    }

    private void put(long... offsets) {
        for (long offset : offsets) {
            records.add(new ConsumerRecord<>(PARTITION.topic(), 0, offset, null, new byte[1]));
        }
    }

    private MockConsumer<byte[], byte[]> open() {
        var consumer = new Fetching();
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        return consumer;
    }

    private static List<Long> offsets(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(ConsumerRecord::offset).toList();
    }

    /** Gives two records with a poll, as a fetch of a certain size. */
    private final class Fetching extends MockConsumer<byte[], byte[]> {

        private Fetching() {
            super("none");
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            if (isFailing) {
                throw new KafkaException("as the test wants it");
            }
            long position = position(PARTITION);
            List<ConsumerRecord<byte[], byte[]>> fetched =
                    records.stream()
                            .filter(message -> message.offset() >= position)
                            .limit(2)
                            .toList();
            if (fetched.isEmpty()) {
                return ConsumerRecords.empty();
            }
            super.seek(PARTITION, fetched.getLast().offset() + 1);
            return new ConsumerRecords<>(Map.of(PARTITION, fetched), Map.of());
        }

        @Override
        public synchronized void close() {
            super.close();
            if (isFailing) {
                throw new KafkaException("as the test wants it");
            }
        }

        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            if (offset > 0) {
                sought.add(offset);
            }
        }
    }
}
