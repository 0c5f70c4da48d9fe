package org.lethe.gdpr.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.tree.Tiles;
import org.lethe.gdpr.checkpoint.Checkpoint;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.gdpr.checkpoint.FakeCheckpointStore;
import org.lethe.gdpr.checkpoint.PageRef;
import org.lethe.runtime.fixture.TestClock;
import org.lethe.runtime.problem.Refusal;

/** The ledger is whole; its checkpoints can't be read or written, or another replica makes one. */
class CheckpointsAwayTest {

    private static final int ALL = 700;
    private static final int BEHIND = ALL % Tiles.LEAVES;

    private final LedgerRecords ledger = new LedgerRecords();
    private final TestClock clock = new TestClock();
    private final FakeCheckpointStore store = new FakeCheckpointStore();

    @BeforeEach
    void haveACheckpoint() {
        fill(ALL);
        ledger.read(tail());
    }

    @Test
    void doesWithoutThemAfterSomeTries() {
        store.setFault(() -> new Refusal(ErrorCode.UNAVAILABLE));
        LedgerTail begun = tail();

        for (int tries = 1; tries < Checkpoints.TRIES; tries++) {
            assertThatThrownBy(() -> ledger.read(begun)).isInstanceOf(Refusal.class);
            assertThat(begun.isRead()).isFalse();
        }
        assertThat(ledger.read(begun)).isEqualTo(ALL);
        assertThat(begun.isRead()).isTrue();
        assertThat(begun.tree().orElseThrow().size()).isEqualTo(ALL);
    }

    @Test
    void triesAsOftenAgainOnceTheyCouldBeRead() {
        LedgerTail begun = tail();
        for (int times = 0; times < 3; times++) {
            store.setFault(() -> new Refusal(ErrorCode.UNAVAILABLE));
            assertThatThrownBy(() -> ledger.read(begun)).isInstanceOf(Refusal.class);
            store.setFault(null);

            assertThat(ledger.read(begun)).isEqualTo(BEHIND);
        }
    }

    @Test
    void doesAtOnceWithoutWhatCannotBeUnderstood() {
        store.setFault(NoSuchElementException::new);

        assertThat(ledger.read(tail())).isEqualTo(ALL);
    }

    @Test
    void doesWithoutASignedStateThatIsOdd() {
        List<PageRef> odd = store.write(List.of("{}".getBytes(UTF_8)));
        Checkpoint newest = store.newest().orElseThrow();
        store.publish(new Checkpoint(newest.size(), newest.root(), odd));

        assertThat(ledger.read(tail())).isEqualTo(ALL);
    }

    @Test
    void doesNotTakeTheLedgerForCutIfAnotherReplicaWritesOn() {
        LedgerTail begun = tail();
        begun.follower().onBegin();

        assertThat(begun.follower().first(0, 300))
                .as("it had 300 records when that was asked")
                .isEqualTo(ALL - BEHIND);
    }

    @Test
    void doesNotForgetThatTheLedgerWasCutWhenItCannotBeReadLater() {
        ledger.cut(300);
        LedgerTail begun = tail();
        ledger.read(begun);
        long before = store.checkpoints();
        store.setFault(NoSuchElementException::new);

        ledger.read(begun);
        writeOn(begun);

        assertThat(store.checkpoints()).isEqualTo(before);
    }

    @Test
    void triesToMakeOneOnlyNowAndThenWhileNoneCanBeWritten() {
        var away = new Away();
        var begun = new LedgerTail(Map.of(), ledger, new Checkpoints(away, ledger, 1, clock));

        ledger.read(begun);
        assertThat(away.tries).isEqualTo(1);

        clock.advance(Checkpoints.PAUSE);
        writeOn(begun);
        assertThat(away.tries).isEqualTo(2);
    }

    @Test
    void goesOnReadingIfOneCannotBeMadeByAFault() {
        var away = new Away();
        away.fault = new IllegalStateException("a fault");
        var begun = new LedgerTail(Map.of(), ledger, new Checkpoints(away, ledger, 1, clock));

        ledger.read(begun);

        assertThat(begun.isRead()).isTrue();
        assertThat(away.tries).isEqualTo(1);
    }

    @Test
    void makesTheNextOneLaterIfOneWasSlow() {
        var slow = new Away();
        slow.fault = null;
        var begun = new LedgerTail(Map.of(), ledger, new Checkpoints(slow, ledger, 1, clock));
        ledger.read(begun);
        long made = slow.made;
        assertThat(made).isEqualTo(1);

        writeOn(begun);
        assertThat(slow.made).isEqualTo(made);
        clock.advance(Checkpoints.PAUSE);
        writeOn(begun);
        assertThat(slow.made).isEqualTo(made + 1);
    }

    private LedgerTail tail() {
        return new LedgerTail(Map.of(), ledger, new Checkpoints(store, ledger, 1, clock));
    }

    private void writeOn(LedgerTail tail) {
        int before = ledger.size();
        fill(Tiles.LEAVES);
        ledger.tell(tail, before);
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            ledger.add(ACME, MixedFacts.fact(ledger.size()));
        }
    }

    /** Has nothing, and fails with each write, or is slow. */
    private final class Away implements CheckpointStore {

        private final FakeCheckpointStore kept = new FakeCheckpointStore();
        private @Nullable RuntimeException fault = new Refusal(ErrorCode.UNAVAILABLE);
        private int tries;
        private long made;

        @Override
        public List<PageRef> write(List<byte[]> pages) {
            if (fault != null) {
                tries++;
                throw fault;
            }
            clock.advance(Checkpoints.SLOW);
            return kept.write(pages);
        }

        @Override
        public List<byte[]> read(List<PageRef> pages) {
            return kept.read(pages);
        }

        @Override
        public void publish(Checkpoint checkpoint) {
            kept.publish(checkpoint);
            made++;
        }

        @Override
        public Optional<Checkpoint> newest() {
            return Optional.empty();
        }
    }
}
