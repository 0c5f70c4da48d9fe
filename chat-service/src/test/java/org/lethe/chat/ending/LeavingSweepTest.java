package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.presence.TestPages;
import org.lethe.chat.presence.VisitorPages;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.signal.Farewell;

/** Who leaves is gone, and who is there stays. */
class LeavingSweepTest {

    private static final Duration LIFETIME = Duration.ofSeconds(170);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final InMemory memory = new InMemory();
    private final VisitorPages pages = TestPages.pages(memory);
    private final LeavingSweep sweep = TestEnding.leavingSweep(memory);
    private final ChatId chat = memory.queued();
    private final VisitId visit = memory.visitOf(chat);
    private final PageInTest page = new PageInTest(memory.clock);

    @BeforeEach
    void isRunningForLong() {
        sweepFor(LIFETIME.minus(EVERY));
        heard();
    }

    @Test
    void endsAChatWhoseVisitorHasLeft() {
        sweepFor(LIFETIME.minus(EVERY));
        assertThat(isOpen()).isTrue();

        sweepFor(EVERY);

        assertThat(memory.store.farewell(chat)).map(Farewell::reason).contains(EndReason.LEFT);
        assertThat(memory.letters.posted()).hasSize(1);
    }

    @Test
    void endsAChatThatAnOperatorIsInTheSameWay() {
        memory.store.accept(chat, InMemory.ACME, InMemory.ANNA, "bmFtZQ==");

        sweepFor(LIFETIME);

        assertThat(memory.store.farewell(chat)).map(Farewell::reason).contains(EndReason.LEFT);
    }

    @Test
    void keepsAChatWhoseVisitorIsOnAnotherPageOfTheSite() {
        for (int i = 0; i < 20; i++) {
            sweepFor(Duration.ofSeconds(25));
            memory.visits.renew(visit);
        }
        assertThat(isOpen()).isTrue();

        sweepFor(LIFETIME);
        assertThat(isOpen()).isFalse();
    }

    @Test
    void keepsAChatWhosePageAnswersThoughItsVisitRanOut() {
        pages.came(chat, page);
        page.frame();
        memory.visits.destroy(visit);
        for (int i = 0; i < 20; i++) {
            sweepFor(Duration.ofSeconds(20));
            page.frame();
        }
        assertThat(isOpen()).isTrue();

        sweepFor(LIFETIME.plus(EVERY));
        assertThat(isOpen()).isFalse();
    }

    @Test
    void endsNothingThatCouldNotBeHeardWhileNobodyWasThereToHear() {
        memory.clock.advance(Duration.ofMinutes(10));
        sweepFor(Duration.ofMinutes(1));
        assertThat(isOpen()).as("after a minute's time to come back").isTrue();

        pages.came(chat, page);
        page.frame();
        sweepFor(Duration.ofMinutes(2));
        assertThat(isOpen()).as("come back").isTrue();
        pages.went(chat, page);
        sweepFor(Duration.ofMinutes(1));
        assertThat(isOpen()).as("left again").isFalse();
    }

    @Test
    void endsWhoDoesNotComeBackAfterAnOutage() {
        memory.clock.advance(Duration.ofMinutes(10));

        sweepFor(LIFETIME.dividedBy(2).plus(EVERY));

        assertThat(isOpen()).isFalse();
    }

    @Test
    void leavesAloneWhoWasHeardOfBetweenTheLookAndTheEnd() {
        memory.clock.advance(LIFETIME);
        memory.visits.onLives(() -> {
            pages.came(chat, page);
            page.frame();
            TestPages.note(pages);
        });

        sweep.sweep();

        assertThat(isOpen()).isTrue();
    }

    private void sweepFor(Duration time) {
        for (Duration left = time; left.isPositive(); left = left.minus(EVERY)) {
            memory.clock.advance(EVERY.compareTo(left) < 0 ? EVERY : left);
            TestPages.note(pages);
            sweep.sweep();
        }
    }

    private void heard() {
        memory.visits.renew(visit);
    }

    private boolean isOpen() {
        return memory.store.vanished(List.of(chat)).isEmpty();
    }
}
