package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.vault.Lookup;

/** What becomes of a chat between the first step of its end and its turn for the second. */
class EndInTurnTest {

    private final InMemory memory = new InMemory();
    private final FakeEndings endings = new FakeEndings(memory.store, memory.letters, memory.clock);
    private final RecordedEndings recorded = new RecordedEndings(endings);
    private final ChatId chat = memory.queued();

    /** Second steps that have not been given a thread yet. */
    private final List<Runnable> later = new ArrayList<>();

    private final EndChat endChat =
            TestEnding.endChat(memory, recorded, new EndTurns(1, Duration.ofMillis(1), later::add));

    @Test
    void hasBegunBeforeItsTurnComes() {
        endChat.begin(chat, EndReason.VISITOR);

        assertThat(endings.begin(chat, EndReason.OPERATOR)).isEqualTo(Endings.Begun.CLAIMED);
        assertThat(memory.store.farewell(chat)).isEmpty();

        later.forEach(Runnable::run);

        assertThat(memory.store.lookup(chat)).isEqualTo(new Lookup.Destroyed());
        assertThat(memory.store.farewell(chat).orElseThrow().reason()).isEqualTo(EndReason.VISITOR);
    }

    @Test
    void isLeftToTheSweepIfItsTurnDoesNotCome() {
        EndChat busy =
                TestEnding.endChat(memory, endings, new EndTurns(0, Duration.ZERO, Runnable::run));

        assertThat(busy.end(chat, EndReason.VISITOR)).isEqualTo(new EndChat.Ending());

        endings.runOutClaims();
        new EndingSweep(endings, TestEnding.endChat(memory, endings)).sweep();
        assertThat(memory.store.lookup(chat)).isEqualTo(new Lookup.Destroyed());
        assertThat(memory.store.farewell(chat).orElseThrow().reason()).isEqualTo(EndReason.VISITOR);
    }

    @Test
    void isNotBegunAgainByTheSweepWhileItWaitsHere() {
        endChat.begin(chat, EndReason.VISITOR);
        endings.runOutClaims();

        new EndingSweep(endings, endChat).sweep();

        assertThat(later).hasSize(1);
        assertThat(endings.overdue().left()).containsExactly(chat);
    }

    @Test
    void isBegunByTheSweepAlsoBesideOneThatCannotBe() {
        ChatId other = memory.queued();
        for (ChatId each : List.of(chat, other)) {
            endings.begin(each, EndReason.VISITOR);
        }
        endings.runOutClaims();
        recorded.unstartable = chat;

        new EndingSweep(recorded, endChat).sweep();
        later.forEach(Runnable::run);

        assertThat(memory.store.lookup(other)).isEqualTo(new Lookup.Destroyed());
        assertThat(endings.overdue().left()).containsExactly(chat);
    }

    /** Another replica has found it meanwhile: its letters are not made twice. */
    @Test
    void isLeftToWhoHasTakenItWhenItsClaimHadRunOut() {
        endings.claim = Duration.ZERO;
        endChat.begin(chat, EndReason.VISITOR);
        endings.runOutClaims();
        assertThat(endings.begin(chat, EndReason.IDLE)).isEqualTo(Endings.Begun.BEGUN);

        later.forEach(Runnable::run);

        assertThat(recorded.sealed).isEmpty();
        assertThat(memory.store.farewell(chat)).isEmpty();
    }

    @Test
    void isEndedHereWhenItsClaimHadRunOutAndNobodyTookIt() {
        endings.claim = Duration.ZERO;
        endChat.begin(chat, EndReason.VISITOR);
        endings.runOutClaims();

        later.forEach(Runnable::run);

        assertThat(memory.store.lookup(chat)).isEqualTo(new Lookup.Destroyed());
    }

    /** Who asked has been answered by then; the sweep finds it. */
    @Test
    void keepsAFailureOfTheSecondStepFromWhoAsked() {
        recorded.broken = chat;
        endChat.begin(chat, EndReason.VISITOR);

        later.forEach(Runnable::run);

        endings.runOutClaims();
        assertThat(endings.overdue().left()).containsExactly(chat);
    }

    @Test
    void refusesAtOnceWhatWasLost() {
        memory.store.lose();

        refuses(ErrorCode.SCOPE_LOST, () -> endChat.begin(chat, EndReason.VISITOR));
        assertThat(later).isEmpty();
    }
}
