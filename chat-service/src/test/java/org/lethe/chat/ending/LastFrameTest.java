package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.chat.InMemory;
import org.lethe.chat.presence.TestPages;
import org.lethe.chat.presence.VisitorPages;
import org.lethe.contracts.id.ChatId;

/**
 * Whatever pages, networks and replicas do, by seed: no path lets a visitor count as there for
 * longer than a visit's lifetime after the last frame, and none ends a chat before, but for frames
 * that died with a replica.
 */
class LastFrameTest {

    private static final Duration LIFETIME = Duration.ofSeconds(170);
    private static final int STEPS = 1_500;

    private final InMemory memory = new InMemory();
    private final List<Replica> replicas = List.of(new Replica(), new Replica());
    private ChatId chat = memory.queued();
    private Instant lastFrame = memory.clock.instant();
    private Instant lastNoted = lastFrame;
    private int awayFor;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isWhatCounts(long seed) {
        var random = new Random(seed);
        int ended = 0;
        for (int step = 0; step < STEPS; step++) {
            memory.clock.advance(Duration.ofMillis(random.nextInt(8_000)));
            Replica replica = replicas.get(random.nextInt(replicas.size()));
            awayFor = random.nextInt(80) == 0 ? 80 : awayFor - 1;
            if (awayFor <= 0) {
                live(random, replica);
            }
            happen(random, replica);
            memory.store
                    .seenUntil(chat)
                    .ifPresent(
                            until -> assertThat(until).isBeforeOrEqualTo(lastFrame.plus(LIFETIME)));
            if (!memory.store.vanished(List.of(chat)).isEmpty()) {
                assertThat(memory.clock.instant()).isAfterOrEqualTo(lastNoted.plus(LIFETIME));
                ended++;
                begin();
            }
        }
        assertThat(ended).isPositive();
    }

    private void live(Random random, Replica replica) {
        switch (random.nextInt(6)) {
            case 0 -> replica.come();
            case 1 -> replica.frame(random);
            case 2 -> {
                if (onSite()) {
                    memory.visits.renew(memory.visitOf(chat));
                    frame();
                    lastNoted = lastFrame;
                }
            }
            default -> {
                // Nothing is heard.
            }
        }
    }

    private void happen(Random random, Replica replica) {
        switch (random.nextInt(12)) {
            case 0, 1 -> replica.cut(random);
            case 2 -> replica.note();
            case 3 -> replica.die();
            case 4 -> memory.clock.advance(Duration.ofMillis(random.nextInt(30_000)));
            default -> {
                // As the service does: what was heard is noted before anybody is missed.
                replicas.forEach(Replica::note);
                replica.sweep.sweep();
            }
        }
    }

    private void frame() {
        lastFrame = memory.clock.instant();
    }

    private void begin() {
        replicas.forEach(Replica::die);
        chat = memory.queued();
        frame();
        lastNoted = lastFrame;
    }

    private boolean onSite() {
        return memory.visits.lives(List.of(memory.visitOf(chat))).containsKey(memory.visitOf(chat));
    }

    /** One process of the service, with the pages that have a socket of it. */
    private final class Replica {
        private final LeavingSweep sweep = TestEnding.leavingSweep(memory);
        private final List<PageInTest> open = new ArrayList<>();
        private VisitorPages pages = TestPages.pages(memory);
        private Instant heardAt = Instant.MIN;

        void come() {
            heard();
            var page = new PageInTest(memory.clock);
            open.add(page);
            pages.came(chat, page);
        }

        void frame(Random random) {
            if (!open.isEmpty()) {
                heard();
                open.get(random.nextInt(open.size())).frame();
            }
        }

        void note() {
            TestPages.note(pages);
            lastNoted = heardAt.isAfter(lastNoted) ? heardAt : lastNoted;
        }

        void cut(Random random) {
            if (!open.isEmpty()) {
                pages.went(chat, open.remove(random.nextInt(open.size())));
            }
        }

        private void heard() {
            LastFrameTest.this.frame();
            heardAt = lastFrame;
        }

        /** Killed, with all that it had heard and not noted. */
        void die() {
            open.clear();
            heardAt = Instant.MIN;
            pages = TestPages.pages(memory);
        }
    }
}
