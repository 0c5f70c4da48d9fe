package org.lethe.chat.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossEvent.ChatLossNoted;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.frame.DeskServerFrame.ChatLosses;
import org.lethe.contracts.frame.DeskServerFrame.LetterLosses;
import org.lethe.contracts.frame.DeskServerFrame.Losses;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.runtime.fixture.TestClock;

class AccountLossesTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountId ACME = AccountId.of("acme");
    private static final AccountId BETA = AccountId.of("beta");
    private static final Losses NONE = new Losses(List.of(), null);

    private final TestClock clock = new TestClock();
    private final Instant begin = clock.instant();
    private final AccountLosses losses = new AccountLosses(clock, Duration.ZERO);
    private final List<Losses> told = new CopyOnWriteArrayList<>();

    @Test
    void tellsWhatThereIsOnceAllOfItWasRead() {
        losses.watch(ACME, told::add);
        letter(ACME, LetterKind.TRANSCRIPT, LossReason.NOT_TAKEN);
        assertThat(told).as("not before it is known").isEmpty();

        losses.setRead();

        Awaitility.await()
                .until(() ->
                        told.contains(
                                letters(
                                        new LetterLosses(
                                                LetterKind.TRANSCRIPT,
                                                LossReason.NOT_TAKEN,
                                                1,
                                                begin))));
    }

    @Test
    void tellsWhoComesLaterAtOnceAndNothingOfOthers() {
        losses.setRead();
        letter(BETA, LetterKind.TRANSCRIPT, LossReason.NOT_TAKEN);

        losses.watch(ACME, told::add);

        assertThat(told).containsExactly(NONE);
    }

    @Test
    void countsEachKindAndReasonWithTheTimeOfTheLast() {
        letter(ACME, null, LossReason.STORE_LOST);
        letter(ACME, LetterKind.LOST_NOTICE, LossReason.NOT_TAKEN);
        letter(ACME, LetterKind.TRANSCRIPT, LossReason.PERHAPS_DELIVERED);
        letter(ACME, LetterKind.TRANSCRIPT, LossReason.NOT_TAKEN);
        clock.advance(Duration.ofMinutes(1));
        letter(ACME, LetterKind.TRANSCRIPT, LossReason.NOT_TAKEN);

        assertThat(now().letters())
                .containsExactly(
                        new LetterLosses(
                                LetterKind.TRANSCRIPT,
                                LossReason.NOT_TAKEN,
                                2,
                                begin.plusSeconds(60)),
                        new LetterLosses(
                                LetterKind.TRANSCRIPT, LossReason.PERHAPS_DELIVERED, 1, begin),
                        new LetterLosses(LetterKind.LOST_NOTICE, LossReason.NOT_TAKEN, 1, begin),
                        new LetterLosses(null, LossReason.STORE_LOST, 1, begin));
    }

    @Test
    void countsChatsAndThoseOfThemThatWaited() {
        chat(true);
        chat(true);
        chat(false);

        assertThat(now().chats()).isEqualTo(new ChatLosses(3, 2, begin));
    }

    @Test
    void countsALossOnceHoweverOftenItIsNoted() {
        var loss = new ChatLossNoted(ChatId.mint("l0st", RANDOM), ACME, true);
        losses.note(loss, begin);
        losses.note(loss, begin.plusSeconds(5));

        assertThat(now().chats()).isEqualTo(new ChatLosses(1, 1, begin));
    }

    @Test
    void tellsThousandsOfThemInAFrameOfAFewLines() {
        losses.setRead();
        losses.watch(ACME, told::add);
        for (int i = 0; i < 2_000; i++) {
            letter(ACME, LetterKind.TRANSCRIPT, LossReason.NOT_TAKEN);
        }

        Awaitility.await()
                .until(() -> told.getLast().letters().stream().anyMatch(it -> it.count() == 2_000));
        assertThat(told.getLast().letters()).hasSize(1);
    }

    @Test
    void forgetsAfterADayAndTellsThat() {
        losses.setRead();
        losses.watch(ACME, told::add);
        chat(true);
        Awaitility.await().until(() -> told.getLast().chats() != null);

        clock.advance(LossBook.CEILING);
        losses.forget();

        Awaitility.await().until(() -> told.getLast().equals(NONE));
        assertThat(now()).isEqualTo(NONE);
    }

    @Test
    void takesNothingThatIsOverAlreadyFromTheTopic() {
        losses.note(
                new ChatLossNoted(ChatId.mint("l0st", RANDOM), ACME, true),
                begin.minus(LossBook.CEILING));

        assertThat(now()).isEqualTo(NONE);
    }

    @Test
    void tellsNobodyWhoIsGone() {
        losses.setRead();
        losses.watch(ACME, told::add).close();
        chat(true);

        assertThat(now().chats()).isNotNull();
        assertThat(told).containsExactly(NONE);
    }

    private void letter(AccountId account, @Nullable LetterKind kind, LossReason reason) {
        losses.note(
                new LetterLossNoted(LetterId.mint("l0st", RANDOM), account, kind, reason),
                clock.instant());
    }

    private void chat(boolean waited) {
        losses.note(new ChatLossNoted(ChatId.mint("l0st", RANDOM), ACME, waited), clock.instant());
    }

    private static Losses letters(LetterLosses... letters) {
        return new Losses(List.of(letters), null);
    }

    private Losses now() {
        losses.setRead();
        var all = new CopyOnWriteArrayList<Losses>();
        losses.watch(ACME, all::add).close();
        return all.getFirst();
    }
}
