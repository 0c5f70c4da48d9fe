package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.Covered;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.event.VisitEvent.VisitDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.topic.Topic;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.gdpr.subject.Ids;
import org.lethe.runtime.problem.Refusal;

/**
 * However often the service dies, and however many of it there are: each destruction counts once.
 */
class TallyTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final FakeLedger ledger = new FakeLedger();
    private final List<ConsumerRecord<byte[], byte[]>> topic = new ArrayList<>();

    @Test
    void entersWhatWasDestroyedWithTheRangesItIsOf() {
        destroy(ACME, ACME, GLOBEX, ACME);

        new Replica(ledger).read().enter();

        assertThat(counts(ACME))
                .singleElement()
                .satisfies(counted -> {
                    assertThat(counted.scopes())
                            .isEqualTo(Map.of(ScopeKind.VISIT, Map.of(DestroyReason.LEFT, 3)));
                    assertThat(counted.covered())
                            .containsExactly(new Covered(Topic.VISITS, 0, 0, 4));
                });
        assertThat(total(GLOBEX)).isEqualTo(1);
    }

    @Test
    void entersNothingTwiceAndNothingWithoutNeed() {
        destroy(ACME, ACME);
        Replica replica = new Replica(ledger).read();
        replica.enter();
        replica.enter();
        destroy(GLOBEX);
        replica.read().enter();

        assertThat(counts(ACME)).hasSize(1);
        assertThat(total(ACME)).isEqualTo(2);
        assertThat(total(GLOBEX)).isEqualTo(1);
    }

    @Test
    void countsAnewAfterACrashBeforeTheEntry() {
        destroy(ACME, ACME);
        new Replica(new Dying(ledger, false)).read().enter();
        assertThat(total(ACME)).isZero();

        new Replica(ledger).read().enter();

        assertThat(total(ACME)).isEqualTo(2);
    }

    @Test
    void countsNothingTwiceAfterACrashBehindTheEntry() {
        destroy(ACME, ACME);
        new Replica(new Dying(ledger, true)).read().enter();
        destroy(ACME);

        new Replica(ledger).read().enter();

        assertThat(total(ACME)).isEqualTo(3);
        assertThat(counts(ACME).getLast().covered())
                .containsExactly(new Covered(Topic.VISITS, 0, 2, 3));
    }

    @Test
    void countsOnceWithTwoReplicas() {
        destroy(ACME, ACME);
        Replica one = new Replica(ledger).read();
        Replica other = new Replica(ledger).read();
        one.enter();
        destroy(ACME);
        other.read().enter();
        one.read().enter();

        assertThat(total(ACME)).isEqualTo(3);
        assertThat(counts(ACME)).hasSize(2);
    }

    @Test
    void saysFromWhereItCouldReadWhenTheTopicHasForgotten() {
        destroy(ACME);
        new Replica(ledger).read().enter();
        destroy(ACME, ACME, ACME);
        topic.subList(0, 3).clear();

        new Replica(ledger).read().enter();

        assertThat(counts(ACME).getLast().covered())
                .containsExactly(new Covered(Topic.VISITS, 0, 3, 4));
    }

    @Test
    void entersTheOtherAccountsCountsWhereOneFails() {
        for (AccountId failing : List.of(ACME, GLOBEX)) {
            destroy(ACME, GLOBEX);
            var failures =
                    Map.<AccountId, RuntimeException>of(failing, new IllegalStateException());
            new Replica(new Dying(ledger, false, failures)).read().enter();
        }

        assertThat(total(GLOBEX)).isEqualTo(1);
        assertThat(total(ACME)).isEqualTo(2);
    }

    @Test
    void countsEachOnceWheneverItDies() {
        var random = new Random(10);
        for (int i = 0; i < 200; i++) {
            destroy(random.nextBoolean() ? ACME : GLOBEX);
            Ledger mortal =
                    switch (random.nextInt(3)) {
                        case 0 -> new Dying(ledger, false);
                        case 1 -> new Dying(ledger, true);
                        default -> ledger;
                    };
            new Replica(mortal).read().enter();
        }
        new Replica(ledger).read().enter();

        assertThat(total(ACME) + total(GLOBEX)).isEqualTo(200);
    }

    private void destroy(AccountId... accounts) {
        for (AccountId account : accounts) {
            var event = new VisitDestroyed(Ids.visit(), account, DestroyReason.LEFT);
            long offset = topic.isEmpty() ? 0 : topic.getLast().offset() + 1;
            topic.add(
                    new ConsumerRecord<>(
                            Topic.VISITS.topicName(),
                            0,
                            offset,
                            event.subject().getBytes(StandardCharsets.UTF_8),
                            EventCodec.encode(
                                    CloudEvent.of("e" + offset, "/lethe/test", NOW, event))));
        }
    }

    private List<ScopesDestroyed> counts(AccountId account) {
        return ledger.entries(account, 0, 1_000).stream()
                .map(entry -> (ScopesDestroyed) entry.fact())
                .toList();
    }

    private int total(AccountId account) {
        return counts(account).stream()
                .flatMap(counted -> counted.scopes().values().stream())
                .flatMap(reasons -> reasons.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** One of the service's processes, which reads from the beginning when it starts. */
    private final class Replica {

        private final LifecycleEvents events = new LifecycleEvents(Map.of());
        private final Tally tally;
        private int read;

        private Replica(Ledger on) {
            this.tally = new Tally(events, on);
            events.follower(Topic.VISITS).onBegin();
        }

        private Replica read() {
            while (read < topic.size()) {
                events.follower(Topic.VISITS).onRecord(topic.get(read++));
            }
            return this;
        }

        private void enter() {
            tally.enter();
        }
    }

    /** A ledger whose writer dies before an entry, or behind it: it never hears of it. */
    private record Dying(Ledger ledger, boolean behind, Map<AccountId, RuntimeException> failures)
            implements Ledger {

        /** For all accounts. */
        private Dying(Ledger ledger, boolean behind) {
            this(
                    ledger,
                    behind,
                    Map.of(
                            ACME,
                            new Refusal(ErrorCode.UNAVAILABLE),
                            GLOBEX,
                            new Refusal(ErrorCode.UNAVAILABLE)));
        }

        @Override
        public Optional<LedgerEntry> count(
                AccountId account, Function<Coverage, Optional<ScopesDestroyed>> counting) {
            RuntimeException failure = failures.get(account);
            Optional<LedgerEntry> entered =
                    behind || failure == null ? ledger.count(account, counting) : Optional.empty();
            if (failure != null) {
                throw failure;
            }
            return entered;
        }

        @Override
        public LedgerEntry append(AccountId account, LedgerFact fact) {
            return ledger.append(account, fact);
        }

        @Override
        public boolean isEntered(LedgerFact fact) {
            return ledger.isEntered(fact);
        }

        @Override
        public List<LedgerEntry> actions(AccountId account, long after, int limit) {
            return ledger.actions(account, after, limit);
        }

        @Override
        public Optional<Leaf> leafOf(ReceiptId receipt) {
            return ledger.leafOf(receipt);
        }

        @Override
        public Optional<LedgerEntry> ofRequest(AccountId account, Digest request) {
            return ledger.ofRequest(account, request);
        }

        @Override
        public List<Leaf> leaves(AccountId account, long after, int limit) {
            return ledger.leaves(account, after, limit);
        }

        @Override
        public MerkleTree tree(long atLeast) {
            return ledger.tree(atLeast);
        }
    }
}
