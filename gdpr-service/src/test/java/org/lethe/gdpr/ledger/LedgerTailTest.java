package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.tree.InclusionProof;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.Tiles;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.gdpr.checkpoint.FakeCheckpointStore;
import org.lethe.runtime.event.TopicTail;

/** What the chain is while its topic is read, and read again. */
class LedgerTailTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final byte[] SOMETHING = "something else".getBytes(StandardCharsets.UTF_8);

    private static final Tiles NONE =
            tile -> {
                throw new AssertionError("no tile is complete");
            };

    private final CheckpointStore store = new FakeCheckpointStore();
    private final LedgerTail tail =
            new LedgerTail(
                    Map.of(),
                    NONE,
                    new Checkpoints(store, new LedgerRecords(), 1, Clock.systemUTC()));
    private final TopicTail.Follower topic = tail.follower();
    private final LedgerChain written = new LedgerChain();

    @Test
    void isNotReadBeforeItsEnd() throws InterruptedException {
        topic.onBegin();
        put(0);
        assertThat(tail.isRead()).isFalse();
        assertThat(tail.awaits(0, Duration.ZERO)).isFalse();

        topic.onCaughtUp();
        assertThat(tail.isRead()).isTrue();
        assertThat(tail.awaits(0, Duration.ZERO)).isTrue();
    }

    @Test
    void followsOn() throws InterruptedException {
        topic.onBegin();
        topic.onCaughtUp();
        put(0);

        assertThat(tail.awaits(0, Duration.ZERO)).isTrue();
        assertThat(entries()).containsExactly(0L);
    }

    @Test
    void answersFromWhatWasKnownWhileItIsReadAnew() throws InterruptedException {
        topic.onBegin();
        ConsumerRecord<byte[], byte[]> first = put(0);
        ConsumerRecord<byte[], byte[]> second = put(1);
        topic.onCaughtUp();

        topic.onBegin();
        topic.onRecord(first);
        assertThat(entries()).containsExactly(0L, 1L);

        topic.onRecord(second);
        topic.onCaughtUp();
        assertThat(entries()).as("no entry twice").containsExactly(0L, 1L);
        put(2);
        assertThat(tail.awaits(2, Duration.ZERO)).isTrue();
        assertThat(entries()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void forgetsWhatIsNoLongerThere() {
        topic.onBegin();
        put(0);
        topic.onCaughtUp();

        topic.onBegin();
        topic.onCaughtUp();

        assertThat(entries()).isEmpty();
    }

    @Test
    void hasARecordThatIsNoEntryInItsTreeToo() {
        topic.onBegin();
        topic.onRecord(message(0, null, SOMETHING));
        topic.onRecord(message(1, null, null));
        put(2);
        topic.onCaughtUp();

        assertThat(entries()).containsExactly(2L);
        assertThat(tail.tree().map(MerkleTree::size)).contains(3L);
        assertThat(tail.tree().map(tree -> tree.root(2)))
                .hasValueSatisfying(root ->
                        assertThat(
                                        new InclusionProof(
                                                        1,
                                                        2,
                                                        List.of(
                                                                Digest.of(
                                                                        TreeHash.leaf(SOMETHING))))
                                                .proves(TreeHash.leaf(new byte[0]), root))
                                .isTrue());
    }

    @Test
    void hasNoTreeWhenRecordsAreMissing() {
        topic.onBegin();
        put(0);
        put(2);
        topic.onCaughtUp();

        assertThat(tail.tree()).isEmpty();
        assertThat(entries()).containsExactly(0L, 2L);
    }

    @Test
    void hasNoTreeWhenItsBeginningIsMissing() {
        topic.onBegin();
        put(1);
        topic.onCaughtUp();

        assertThat(tail.tree()).isEmpty();
    }

    private List<Long> entries() {
        return tail.ask(chain -> chain.offsets(ACME, 0, 10)).read(store);
    }

    private ConsumerRecord<byte[], byte[]> put(long offset) {
        LedgerEntry entry = written.next(ACME, new ScopesDestroyed(NOW, NOW, Map.of()));
        written.accept(entry, offset);
        ConsumerRecord<byte[], byte[]> message =
                message(
                        offset,
                        entry.subject().getBytes(StandardCharsets.UTF_8),
                        EventCodec.encode(CloudEvent.of("e" + offset, "/lethe/test", NOW, entry)));
        topic.onRecord(message);
        return message;
    }

    private static ConsumerRecord<byte[], byte[]> message(
            long offset, byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(LedgerReader.PARTITION.topic(), 0, offset, key, value);
    }
}
