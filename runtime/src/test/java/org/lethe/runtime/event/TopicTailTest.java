package org.lethe.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.pause.Backoff;

/** Each consumer that the tail opens is one of Kafka's own fakes, told beforehand what happens. */
@Timeout(20)
class TopicTailTest {

    private static final String NAME = Topic.ACCOUNTS.topicName();

    private final Deque<MockConsumer<byte[], byte[]>> consumers = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final Follower follower = new Follower();
    private Consumer<String> onRecord = message -> {};

    /** Where a longer partition is read from; 0 leaves it to the tail. */
    private long first;

    private final TopicTail tail =
            new TopicTail(
                    Topic.ACCOUNTS,
                    consumers::removeFirst,
                    follower,
                    Backoff.every(Duration.ofMillis(1)),
                    Duration.ZERO);

    @Test
    void readsAllThenFollows() {
        MockConsumer<byte[], byte[]> consumer = consumer(1, 1);
        consumer.schedulePollTask(() -> add(consumer, 0, 0, "a"));
        consumer.schedulePollTask(() -> {
            told.add("following " + tail.isFollowing());
            add(consumer, 1, 0, "b");
        });
        consumer.schedulePollTask(() -> {
            told.add("following " + tail.isFollowing());
            add(consumer, 0, 1, "c");
        });
        consumer.schedulePollTask(tail::close);

        tail.run();

        assertThat(told)
                .containsExactly(
                        "begin", "a", "following false", "b", "caught up", "following true", "c");
    }

    @Test
    void beginsWhereTheFollowerWantsItTo() {
        MockConsumer<byte[], byte[]> consumer = consumer(3, 1);
        first = 2;
        consumer.schedulePollTask(() -> {
            add(consumer, 0, 2, "c");
            add(consumer, 1, 0, "d");
        });
        consumer.schedulePollTask(() -> {
            told.add("following " + tail.isFollowing());
            tail.close();
        });

        tail.run();

        assertThat(told)
                .containsExactly(
                        "begin", "0 to 3", "0 to 1", "c", "d", "caught up", "following true");
    }

    @Test
    void isCaughtUpAtOnceWithATopicThatIsEmpty() {
        consumer(0).schedulePollTask(tail::close);

        tail.run();

        assertThat(told).containsExactly("begin", "caught up");
    }

    @Test
    void readsAnewWhatKafkaFailedToGive() {
        MockConsumer<byte[], byte[]> first = consumer(1);
        first.schedulePollTask(() -> add(first, 0, 0, "a"));
        first.schedulePollTask(() -> first.setPollException(new KafkaException("gone")));
        fulfilling("a");

        tail.run();

        assertThat(told).containsExactly("begin", "a", "caught up", "begin", "a", "caught up");
        assertThat(first.closed()).isTrue();
    }

    @Test
    void goesOnAfterAFaultOfTheFollower() {
        fulfilling("a");
        fulfilling("a");
        onRecord =
                message -> {
                    onRecord = other -> {};
                    throw new IllegalStateException("a fault");
                };

        tail.run();

        assertThat(told).containsExactly("begin", "begin", "a", "caught up");
    }

    @Test
    void isNotFollowingWhileItReadsAnew() {
        MockConsumer<byte[], byte[]> first = consumer(0);
        first.schedulePollTask(() -> first.setPollException(new KafkaException("gone")));
        MockConsumer<byte[], byte[]> second = consumer(1);
        second.schedulePollTask(() -> {
            told.add("following " + tail.isFollowing());
            add(second, 0, 0, "a");
        });
        second.schedulePollTask(tail::close);

        tail.run();

        assertThat(told).containsSubsequence("caught up", "begin", "following false", "a");
    }

    @Test
    void waitsForATopicThatIsMissing() {
        consumers.add(new MockConsumer<>("earliest"));
        fulfilling("a");

        tail.run();

        assertThat(told).containsExactly("begin", "a", "caught up");
    }

    @Test
    void noticesThatKafkaIsAwayThoughNothingIsNew() {
        MockConsumer<byte[], byte[]> first = consumer(0);
        first.schedulePollTask(() -> first.setOffsetsException(new TimeoutException("away")));
        fulfilling("a");

        tail.run();

        assertThat(told).containsExactly("begin", "caught up", "begin", "a", "caught up");
    }

    /** The next consumer reads this from the topic, and then the tail is closed. */
    private void fulfilling(String message) {
        MockConsumer<byte[], byte[]> consumer = consumer(1);
        consumer.schedulePollTask(() -> add(consumer, 0, 0, message));
        consumer.schedulePollTask(tail::close);
    }

    /** The next consumer, of a topic whose partitions have so many records. */
    private MockConsumer<byte[], byte[]> consumer(long... ends) {
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        var partitions = new ArrayList<PartitionInfo>();
        Map<TopicPartition, Long> begins = new HashMap<>();
        Map<TopicPartition, Long> all = new HashMap<>();
        for (int i = 0; i < ends.length; i++) {
            partitions.add(new PartitionInfo(NAME, i, Node.noNode(), new Node[] {}, new Node[] {}));
            begins.put(new TopicPartition(NAME, i), 0L);
            all.put(new TopicPartition(NAME, i), ends[i]);
        }
        consumer.updatePartitions(NAME, partitions);
        consumer.updateBeginningOffsets(begins);
        consumer.updateEndOffsets(all);
        consumers.add(consumer);
        return consumer;
    }

    private static void add(
            MockConsumer<byte[], byte[]> consumer, int partition, long offset, String message) {
        consumer.addRecord(
                new ConsumerRecord<>(
                        NAME,
                        partition,
                        offset,
                        new byte[] {},
                        message.getBytes(StandardCharsets.UTF_8)));
    }

    private final class Follower implements TopicTail.Follower {

        @Override
        public void onBegin() {
            told.add("begin");
        }

        @Override
        public long first(long begin, long end) {
            if (first == 0) {
                return TopicTail.Follower.super.first(begin, end);
            }
            told.add(begin + " to " + end);
            return Math.min(first, end - 1);
        }

        @Override
        public void onRecord(ConsumerRecord<byte[], byte[]> message) {
            String text = new String(message.value(), StandardCharsets.UTF_8);
            onRecord.accept(text);
            told.add(text);
        }

        @Override
        public void onCaughtUp() {
            told.add("caught up");
        }
    }
}
