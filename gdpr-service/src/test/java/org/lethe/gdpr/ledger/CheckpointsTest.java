package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.Tiles;
import org.lethe.gdpr.checkpoint.Checkpoint;
import org.lethe.gdpr.checkpoint.FakeCheckpointStore;
import org.lethe.runtime.fixture.TestClock;

/** With a checkpoint each tile: whoever begins behind one knows what a reader of all knows. */
class CheckpointsTest {

    private static final AccountId GLOBEX = new AccountId("globex");
    private static final int ALL = 600;

    /** Of eight tiles and a part, so that some lists have blocks on pages. */
    private static final int MANY = 2_200;

    private final LedgerRecords ledger = new LedgerRecords();
    private final TestClock clock = new TestClock();
    private FakeCheckpointStore store = new FakeCheckpointStore();

    @Test
    void isTheSameForEachSize() {
        LedgerTail following = tail();
        ledger.read(following);
        for (int size = 0; size <= ALL; size++) {
            LedgerTail begun = tail();

            assertThat(ledger.read(begun)).isEqualTo(size % Tiles.LEAVES);
            assertThat(tree(begun).size()).isEqualTo(size);
            assertThat(tree(begun).root()).isEqualTo(tree(following).root());
            assertThat(next(begun)).isEqualTo(next(following));
            put(size);
            ledger.tell(following, size);
        }
    }

    @Test
    void knowsWhatAReaderOfAllKnows() {
        fill(MANY);
        LedgerTail whole = new LedgerTail(Map.of(), ledger, never());
        ledger.read(whole);
        ledger.read(tail());

        LedgerTail begun = tail();
        assertThat(ledger.read(begun)).isEqualTo(MANY % Tiles.LEAVES);
        assertThat(begun.loadedTiles()).isEqualTo(MANY / Tiles.LEAVES);

        isTheSame(begun, whole);
    }

    @Test
    void keepsLessInMemoryAndReadsItWhereItIsAskedFor() {
        fill(MANY);
        LedgerTail tail = tail();
        ledger.read(tail);

        Slice newest = tail.ask(chain -> chain.offsets(ACME, 1_800, 10));
        assertThat(newest.pages()).isEmpty();
        Slice old = tail.ask(chain -> chain.offsets(ACME, 100, 10));
        assertThat(old.pages()).hasSize(1);
        assertThat(old.rest()).isEmpty();
        assertThat(old.read(store)).isEqualTo(offsets(whole(), ACME, 100, 10));
    }

    @Test
    void readsManyPagesInPortionsOfWhichEachHasItsOwnPatience() {
        fill((Pages.AT_ONCE + 8) * Tiles.LEAVES);
        ledger.read(tail());

        LedgerTail begun = tail();
        assertThat(ledger.read(begun)).isZero();
        assertThat(tree(begun).root()).isEqualTo(tree(whole()).root());
        assertThat(store.mostAtOnce()).isEqualTo(Pages.AT_ONCE);
    }

    @Test
    void goesOnAfterACrashBetweenAnyTwoWrites() {
        fill(MANY);
        LedgerTail whole = whole();
        ledger.read(tail());
        int writes = store.size();
        assertThat(writes).isGreaterThan(3 * MANY / Tiles.LEAVES);

        for (int left = 0; left < writes; left++) {
            store = new FakeCheckpointStore();
            store.setLeft(left);
            ledger.read(tail());

            store.setLeft(Integer.MAX_VALUE);
            clock.advance(Checkpoints.PAUSE);
            LedgerTail begun = tail();
            ledger.read(begun);
            isTheSame(begun, whole);
            assertThat(ledger.read(tail())).isEqualTo(MANY % Tiles.LEAVES);
        }
    }

    @Test
    void makesUpWithALaterOneForThoseThatCouldNotBeMade() {
        fill(Tiles.LEAVES - 1);
        LedgerTail tail = tail();
        ledger.read(tail);
        for (int left = 0; left < 4; left++) {
            clock.advance(Checkpoints.PAUSE);
            store.setLeft(left);
            int before = ledger.size();
            fill(Tiles.LEAVES);
            ledger.tell(tail, before);
        }
        store.setLeft(Integer.MAX_VALUE);
        clock.advance(Checkpoints.PAUSE);
        int before = ledger.size();
        fill(Tiles.LEAVES);
        ledger.tell(tail, before);

        LedgerTail begun = tail();
        assertThat(ledger.read(begun)).isEqualTo(Tiles.LEAVES - 1);
        isTheSame(begun, whole());
        isTheSame(tail, whole());
    }

    @Test
    void passesOverAForgedOne() {
        fill(MANY);
        ledger.read(tail());
        store.forge(new Checkpoint(MANY, Digest.ofText("forged"), List.of()));

        LedgerTail begun = tail();
        assertThat(ledger.read(begun)).isEqualTo(MANY % Tiles.LEAVES);
        isTheSame(begun, whole());
    }

    @Test
    void readsAllIfPagesAreNotWhatWasSignedAndMakesNewOnes() {
        fill(MANY);
        ledger.read(tail());
        store.changePages();

        LedgerTail begun = tail();
        assertThat(ledger.read(begun)).isEqualTo(MANY);
        isTheSame(begun, whole());
        assertThat(ledger.read(tail())).isEqualTo(MANY % Tiles.LEAVES);
    }

    @Test
    void readsAllIfTheStateIsNotOfTheSignedTree() {
        fill(MANY);
        ledger.read(tail());
        Checkpoint newest = store.newest().orElseThrow();
        store.publish(new Checkpoint(newest.size(), Digest.ofText("other"), newest.state()));

        LedgerTail begun = tail();
        assertThat(ledger.read(begun)).isEqualTo(MANY);
        isTheSame(begun, whole());
    }

    @Test
    void readsWhatIsLeftOfALedgerThatWasCutAndMakesNoneForIt() {
        fill(MANY);
        ledger.read(tail());
        ledger.cut(700);
        long before = store.checkpoints();

        LedgerTail begun = tail();
        assertThat(ledger.read(begun)).isEqualTo(700);
        assertThat(tree(begun).size()).isEqualTo(700);
        fill(MANY);
        ledger.tell(begun, 700);

        assertThat(store.checkpoints()).isEqualTo(before);
        assertThat(store.newest().orElseThrow().size()).isEqualTo(2048);
    }

    /** As long as the old one, or longer: each record has an id of its own. */
    @Test
    void readsAllOfALedgerThatWasMadeAnewAndMakesNoneForIt() {
        fill(MANY);
        ledger.read(tail());
        long before = store.checkpoints();
        var anew = new LedgerRecords();
        for (int i = 0; i < MANY; i++) {
            anew.add(ACME, MixedFacts.fact(i));
        }

        LedgerTail begun = new LedgerTail(Map.of(), anew, new Checkpoints(store, anew, 1, clock));
        assertThat(anew.read(begun)).isEqualTo(MANY);
        assertThat(store.checkpoints()).isEqualTo(before);
        assertThat(anew.read(begun)).as("found again").isEqualTo(MANY);
    }

    @Test
    void readsALedgerWithoutItsBeginningAsItIs() {
        fill(MANY);
        ledger.read(tail());
        LedgerTail begun = tail();
        begun.follower().onBegin();

        assertThat(begun.follower().first(10, MANY)).isEqualTo(10);
    }

    private void isTheSame(LedgerTail one, LedgerTail other) {
        MerkleTree tree = tree(other);
        assertThat(tree(one).root()).isEqualTo(tree.root());
        assertThat(tree(one).inclusion(300, tree.size()))
                .isEqualTo(tree.inclusion(300, tree.size()));
        for (AccountId account : List.of(ACME, GLOBEX)) {
            assertThat(next(one, account)).isEqualTo(next(other, account));
            assertThat(until(one, account)).isEqualTo(until(other, account));
            for (int after : List.of(0, 5, 511, 512, 700, 1_500)) {
                assertThat(offsets(one, account, after, 60))
                        .isEqualTo(offsets(other, account, after, 60));
                assertThat(actions(one, account, after)).isEqualTo(actions(other, account, after));
            }
        }
        for (int i = 0; i < MANY; i += 7) {
            Digest request = MixedFacts.request(i);
            ReceiptId receipt = MixedFacts.receipt(i);
            assertThat(one.<Optional<Long>>ask(chain -> chain.offsetOf(request)))
                    .isEqualTo(other.<Optional<Long>>ask(chain -> chain.offsetOf(request)));
            assertThat(one.<Optional<Long>>ask(chain -> chain.offsetOf(receipt)))
                    .isEqualTo(other.<Optional<Long>>ask(chain -> chain.offsetOf(receipt)));
        }
    }

    private List<Long> offsets(LedgerTail tail, AccountId account, long after, int limit) {
        return tail.ask(chain -> chain.offsets(account, after, limit)).read(store);
    }

    private List<Long> actions(LedgerTail tail, AccountId account, long after) {
        return tail.ask(chain -> chain.actions(account, after, 20)).read(store);
    }

    private static Object next(LedgerTail tail) {
        return next(tail, ACME);
    }

    /** Number and predecessor of what comes. */
    private static Object next(LedgerTail tail, AccountId account) {
        return tail.ask(chain -> chain.next(account, MixedFacts.fact(0)));
    }

    private static long until(LedgerTail tail, AccountId account) {
        return tail.ask(chain -> chain.coverage(account)).until(MixedFacts.PLACE);
    }

    private static MerkleTree tree(LedgerTail tail) {
        return tail.tree().orElseThrow();
    }

    private LedgerTail tail() {
        return new LedgerTail(Map.of(), ledger, new Checkpoints(store, ledger, 1, clock));
    }

    /** That has read all and nothing else. */
    private LedgerTail whole() {
        LedgerTail whole = new LedgerTail(Map.of(), ledger, never());
        ledger.read(whole);
        return whole;
    }

    private Checkpoints never() {
        return new Checkpoints(new FakeCheckpointStore(), ledger, 4_096, clock);
    }

    private void fill(int count) {
        int end = ledger.size() + count;
        while (ledger.size() < end) {
            put(ledger.size());
        }
    }

    /** Most are of one account, and of each kind there are some. */
    private void put(int number) {
        ledger.add(number % 9 == 0 ? GLOBEX : ACME, MixedFacts.fact(number));
    }
}
