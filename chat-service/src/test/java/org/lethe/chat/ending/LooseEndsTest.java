package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.vault.Lookup;

/** What is left to do when a chat's keys are gone. */
class LooseEndsTest {

    private final InMemory memory = new InMemory();
    private final FakeEndings endings = new FakeEndings(memory.store, memory.letters, memory.clock);
    private final RecordedEndings recorded = new RecordedEndings(endings);
    private final EndChat endChat =
            TestEnding.endChat(memory, recorded, new EndTurns(1, Duration.ZERO, Runnable::run));
    private final ChatId chat = memory.queued();
    private final VisitId visit = memory.visitOf(chat);

    /** Of an attempt under other settings. */
    private final LetterId unposted = LetterId.of(chat, LetterId.MAX_LETTERS - 1);

    @BeforeEach
    void begin() {
        memory.visits.link(visit, chat, Optional.empty());
        memory.letters.leaveOpen(unposted);
    }

    @Test
    void areTied() {
        endChat.end(chat, EndReason.VISITOR);

        assertThat(memory.letters.isOpen(unposted)).isFalse();
        assertThat(memory.visits.chatOf(visit)).isEmpty();
        endings.runOutClaims();
        assertThat(endings.overdue().left()).isEmpty();
    }

    @Test
    void keepNoOtherChatFromItsTurnAndHoldNoKeys() {
        ChatId other = memory.queued();
        recorded.beforeForget =
                () -> {
                    assertThat(memory.store.heldKeys()).isZero();
                    endChat.end(other, EndReason.VISITOR);
                };

        endChat.end(chat, EndReason.VISITOR);

        assertThat(memory.store.lookup(other)).isEqualTo(new Lookup.Destroyed());
    }

    @Test
    void areTiedBesideEachOther() {
        var both = new CyclicBarrier(2);
        recorded.beforeForget = () -> await(both);
        memory.visits.onUnlink(() -> await(both));

        endChat.end(chat, EndReason.VISITOR);

        assertThat(memory.visits.chatOf(visit)).isEmpty();
        assertThat(both.isBroken()).isFalse();
    }

    @Test
    void areLeftToTheSweepWhereLettersCannotBeDiscarded() {
        memory.letters.breakDown(chat);

        assertThat(endChat.end(chat, EndReason.VISITOR)).isInstanceOf(EndChat.Over.class);

        assertThat(memory.visits.chatOf(visit)).isEmpty();
        assertThat(memory.letters.isOpen(unposted)).isTrue();
        endings.runOutClaims();
        assertThat(endings.overdue().left()).containsExactly(chat);

        memory.letters.mend();
        new EndingSweep(recorded, endChat).sweep();

        assertThat(endings.overdue().left()).isEmpty();
        assertThat(memory.letters.isOpen(unposted)).isFalse();
        assertThat(IntStream.range(0, LetterId.MAX_LETTERS))
                .filteredOn(ordinal -> memory.letters.isOpen(LetterId.of(chat, ordinal)))
                .as("the transcript that was posted")
                .containsExactly(0);
    }

    @Test
    void areTiedAlsoWhereTheVisitCannotBeReached() {
        memory.visits.onUnlink(() -> {
            throw new StoreUnavailableException(new IllegalStateException("away"));
        });

        assertThat(endChat.end(chat, EndReason.VISITOR)).isInstanceOf(EndChat.Over.class);

        assertThat(memory.letters.isOpen(unposted)).isFalse();
        endings.runOutClaims();
        assertThat(endings.overdue().left()).isEmpty();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
