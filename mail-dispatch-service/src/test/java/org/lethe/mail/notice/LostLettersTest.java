package org.lethe.mail.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.LostNotice;
import org.lethe.contracts.scope.Slots;
import org.lethe.mail.InMemory;
import org.lethe.mail.MailAccounts;
import org.lethe.mail.letter.LeaseOutcome;
import org.lethe.mail.render.SampleLetters;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.account.UnreadableCause;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.problem.Refusal;

class LostLettersTest {

    private static final AccountId FAILING = AccountId.of("failing");
    private static final AccountId CLOSED = AccountId.of("closed");

    private final InMemory suite = new InMemory();

    @Test
    void tellsTheOthersWhenOneAccountFails() {
        suite.accounts.put(MailAccounts.of(FAILING, false, InMemory.DEADLINE));
        suite.vault.failFor(FAILING);
        LetterId failing = lost(FAILING);
        LetterId letter = lost(InMemory.ACME);

        suite.lost.tell();

        assertThat(told(letter)).isTrue();
        assertThat(suite.vault.lost()).containsOnlyKeys(failing);
    }

    @Test
    void waitsForTheEndOfAHandOver() {
        LetterId letter = suite.posted(SampleLetters.offline(), Optional.empty());
        if (suite.leases.take(letter) instanceof LeaseOutcome.Taken(var lease)) {
            assertThat(suite.leases.handOver(lease, Duration.ofMinutes(10))).isPresent();
            var _ = suite.vault.destroy(letter, DestroyReason.DEADLINE);
            suite.lost.tell();
            assertThat(told(letter)).isFalse();

            suite.leases.postpone(lease, Duration.ZERO);
        }
        suite.lost.tell();

        assertThat(told(letter)).isTrue();
        assertThat(suite.vault.lost()).isEmpty();
        assertThat(suite.vault.toldConsoles()).hasSize(1);
    }

    @Test
    void tellsAfterAWhileOfALetterWhoseSenderSaysNothing() {
        LetterId letter = suite.posted(SampleLetters.offline(), Optional.empty());
        if (suite.leases.take(letter) instanceof LeaseOutcome.Taken(var lease)) {
            assertThat(suite.leases.handOver(lease, Duration.ofMinutes(10))).isPresent();
        }
        var _ = suite.vault.destroy(letter, DestroyReason.DEADLINE);

        suite.clock.advance(Duration.ofMinutes(20));
        suite.lost.tell();

        assertThat(told(letter)).isTrue();
    }

    @Test
    void doesNotTellOfALetterThatArrivedAfterItsDeadline() {
        LetterId letter = lost(InMemory.ACME);

        suite.vault.forgetLost(letter);
        suite.lost.tell();

        assertThat(told(letter)).isFalse();
        assertThat(suite.vault.toldConsoles()).isEmpty();
    }

    @Test
    void tellsConsolesAndWhoRunsTheServiceOfANoticeThatWasLostItself() {
        LetterId letter = lost(InMemory.ACME);
        suite.lost.tell();
        LetterId notice = LetterId.noticeOf(letter, suite.vault.epoch(letter.shard()));
        var _ = suite.vault.destroy(notice, DestroyReason.DEADLINE);

        suite.lost.tell();
        suite.lost.tell();

        for (String metric : List.of("lethe.mail.letters.lost", "lethe.mail.notices.lost")) {
            assertThat(counted(metric, LossReason.NOT_TAKEN)).as(metric).isEqualTo(1);
            assertThat(counted(metric, LossReason.STORE_LOST)).as(metric).isZero();
        }
        assertThat(suite.vault.toldConsoles())
                .containsExactly(
                        noted(letter, null, LossReason.NOT_TAKEN),
                        noted(notice, LetterKind.LOST_NOTICE, LossReason.NOT_TAKEN));
        assertThat(suite.vault.lost()).isEmpty();
        assertThat(suite.vault.openLetters(InMemory.ACME)).isEmpty();
    }

    @Test
    void tellsConsolesWhereNobodyCanBeMailed() {
        suite.accounts.put(TestAccounts.settings(InMemory.ACME, Map.of("version", 2)));
        LetterId letter = lost(InMemory.ACME);

        suite.lost.tell();

        assertThat(suite.vault.toldConsoles())
                .containsExactly(noted(letter, null, LossReason.NOT_TAKEN));
        assertThat(suite.vault.openLetters(InMemory.ACME)).isEmpty();
    }

    @Test
    void tellsConsolesOfAnAccountThatCanNotBeOpened() {
        suite.accounts.setUnreadable(Map.of(InMemory.ACME, UnreadableCause.KEY_MISSING));
        LetterId letter = lost(InMemory.ACME);

        suite.lost.tell();

        assertThat(suite.vault.toldConsoles())
                .containsExactly(noted(letter, null, LossReason.NOT_TAKEN));
        assertThat(suite.vault.lost()).isEmpty();
        assertThat(suite.vault.openLetters(InMemory.ACME)).isEmpty();
    }

    @Test
    void hasNobodyToTellOfTheLettersOfAnAccountThatIsClosed() {
        lost(CLOSED);

        suite.lost.tell();

        assertThat(suite.vault.lost()).isEmpty();
        assertThat(suite.vault.toldConsoles()).isEmpty();
        assertThat(suite.vault.openLetters(CLOSED)).isEmpty();
    }

    @Test
    void saysWhetherALetterWasNotTakenOrWentWithItsStore() {
        LetterId refused = lost(InMemory.ACME);
        LetterId ofAnotherStore = suite.vault.ofAnotherStore();

        suite.lost.tell();
        suite.lost.tellOfLostStore(
                ofAnotherStore, InMemory.ACME, Optional.of(LetterKind.TRANSCRIPT));

        assertThat(suite.vault.toldConsoles())
                .containsExactly(
                        noted(refused, null, LossReason.NOT_TAKEN),
                        noted(ofAnotherStore, LetterKind.TRANSCRIPT, LossReason.STORE_LOST));
        assertThat(notice(refused).reason()).isEqualTo(LossReason.NOT_TAKEN);
        assertThat(notice(ofAnotherStore).reason()).isEqualTo(LossReason.STORE_LOST);
    }

    @Test
    void refusesWhenALossWithItsStoreCouldNotBeWritten() {
        LetterId letter = suite.vault.ofAnotherStore();
        suite.vault.setAway(true);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> suite.lost.tellOfLostStore(letter, InMemory.ACME, Optional.empty()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    /** There from the start, or this throws. */
    private double counted(String metric, LossReason reason) {
        return suite.metrics.get(metric).tag("reason", reason.code()).counter().count();
    }

    private static LetterLossNoted noted(
            LetterId letter, @Nullable LetterKind kind, LossReason reason) {
        return new LetterLossNoted(letter, InMemory.ACME, kind, reason);
    }

    private LetterId lost(AccountId account) {
        LetterId letter = suite.vault.open(account, InMemory.DEADLINE, false);
        var _ = suite.vault.destroy(letter, DestroyReason.DEADLINE);
        return letter;
    }

    private boolean told(LetterId lost) {
        return suite.vault.openLetters(InMemory.ACME).contains(noticeOf(lost));
    }

    private LostNotice notice(LetterId lost) {
        if (suite.vault.lookup(noticeOf(lost)) instanceof Lookup.Open(ScopeCipher cipher, _)
                && suite.vault.read(cipher, Slots.LETTER_BODY)
                        instanceof Reading.Held(LostNotice notice)) {
            return notice;
        }
        throw new AssertionError("no notice");
    }

    private LetterId noticeOf(LetterId lost) {
        return LetterId.noticeOf(lost, suite.vault.epoch(lost.shard()));
    }
}
