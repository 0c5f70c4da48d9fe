package org.lethe.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.LostNotice;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.mail.MailAccounts;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.runtime.account.AccountSettings;

/** What every place does where sealed letters lie. */
abstract class LetterVaultContract {

    /** No account of the suite, so that nobody else looks for its letters. */
    private static final AccountId NOBODY = AccountId.of("nobody");

    private static final Whereabouts HERE = new Whereabouts(ClientAddress.of("2001:db8::17"), null);

    private final AccountSettings account = MailAccounts.of(NOBODY, false, Duration.ofMinutes(5));

    abstract LetterVault vault();

    /** A new letter with nothing in it. */
    abstract LetterId open(AccountId account);

    abstract void put(LetterId letter, byte[] address);

    abstract LetterId ofAnotherStore();

    /** What consoles hear of a letter, at the latest in a few seconds. */
    abstract List<LetterLossNoted> toldConsoles(LetterId letter);

    @Test
    void readsWhatIsInALetterAndTellsWhatIsNot() {
        LetterId letter = open(NOBODY);
        try (ScopeCipher cipher = cipher(letter)) {
            put(letter, cipher.seal(Slots.LETTER_ADDRESS, HERE));

            assertThat(vault().read(cipher, Slots.LETTER_ADDRESS)).isEqualTo(held(HERE));
            assertThat(vault().read(cipher, Slots.LETTER_BODY)).isEqualTo(new Reading.Absent<>());

            put(letter, new byte[] {1});
            assertThat(vault().read(cipher, Slots.LETTER_ADDRESS))
                    .isEqualTo(new Reading.Damaged<>());
        }
    }

    @Test
    void destroysOnce() {
        LetterId letter = open(NOBODY);

        assertThat(vault().destroy(letter, DestroyReason.DISPATCHED))
                .isInstanceOf(DestroyOutcome.Destroyed.class);
        assertThat(vault().destroy(letter, DestroyReason.DEADLINE))
                .isEqualTo(new DestroyOutcome.AlreadyGone());
        assertThat(vault().lookup(letter)).isEqualTo(new Lookup.Destroyed());
        assertThat(vault().lost()).doesNotContainKey(letter);
    }

    @Test
    void findsTheOpenLettersOfAnAccount() {
        LetterId letter = open(NOBODY);
        LetterId destroyed = open(NOBODY);
        LetterId another = open(AccountId.of("somebody"));
        var _ = vault().destroy(destroyed, DestroyReason.DISPATCHED);

        assertThat(vault().openLetters(NOBODY)).contains(letter).doesNotContain(destroyed, another);
    }

    @Test
    void aLetterOfAnotherStoreIsNotTakenForDestroyed() {
        assertThat(vault().lookup(ofAnotherStore()))
                .isEqualTo(new Lookup.Unavailable(Unavailability.STORE_LOST));
    }

    @Test
    void notesALetterThatMissedItsDeadlineUntilItIsForgotten() {
        LetterId letter = open(NOBODY);

        var _ = vault().destroy(letter, DestroyReason.DEADLINE);

        assertThat(vault().lost())
                .containsEntry(letter, new Loss(NOBODY, LossReason.NOT_TAKEN, Optional.empty()));
        vault().forgetLost(letter);
        assertThat(vault().lost()).doesNotContainKey(letter);
    }

    @Test
    void postsANoticeOnceAndNotesItsLossAsOne() {
        LostNotice notice = notice();
        LetterId id = LetterId.noticeOf(notice.lost(), vault().epoch(notice.lost().shard()));

        assertThat(vault().post(id, notice, account)).isTrue();
        assertThat(vault().post(id, notice, account)).isTrue();

        try (ScopeCipher cipher = cipher(id)) {
            assertThat(vault().read(cipher, Slots.LETTER_BODY)).isEqualTo(held(notice));
        }
        assertThat(vault().openLetters(NOBODY)).containsOnlyOnce(id);
        var _ = vault().destroy(id, DestroyReason.DEADLINE);
        assertThat(vault().post(id, notice, account)).isTrue();
        assertThat(vault().lookup(id)).isEqualTo(new Lookup.Destroyed());
        assertThat(vault().lost())
                .containsEntry(
                        id,
                        new Loss(
                                NOBODY, LossReason.NOT_TAKEN, Optional.of(LetterKind.LOST_NOTICE)));
    }

    @Test
    void forgetsALostLetterThatConsolesAreToldOfAndTellsThemOnce() {
        LetterId letter = open(NOBODY);
        var loss = new Loss(NOBODY, LossReason.NOT_TAKEN, Optional.of(LetterKind.TRANSCRIPT));
        var _ = vault().destroy(letter, DestroyReason.DEADLINE);

        vault().tellConsoles(loss.noted(letter));
        vault().tellConsoles(loss.noted(letter));

        assertThat(vault().lost()).doesNotContainKey(letter);
        var marker = new Loss(NOBODY, LossReason.STORE_LOST, Optional.empty()).noted(letter);
        vault().tellConsoles(marker);
        await().untilAsserted(() -> assertThat(toldConsoles(letter)).contains(marker));
        assertThat(toldConsoles(letter)).containsExactly(loss.noted(letter), marker);
    }

    @Test
    void tellsConsolesOfALetterOfALostStoreThatNobodyNoted() {
        LetterId letter = ofAnotherStore();
        var loss = new Loss(NOBODY, LossReason.STORE_LOST, Optional.of(LetterKind.TRANSCRIPT));

        vault().tellConsoles(loss.noted(letter));

        await().untilAsserted(
                        () -> assertThat(toldConsoles(letter)).containsExactly(loss.noted(letter)));
    }

    private LostNotice notice() {
        return new LostNotice(
                account.transcripts().recipients().getFirst(),
                account.name(),
                account.timeZone(),
                open(NOBODY),
                LossReason.NOT_TAKEN,
                Instant.parse("2026-03-04T11:30:00Z"));
    }

    private ScopeCipher cipher(LetterId letter) {
        if (vault().lookup(letter) instanceof Lookup.Open(ScopeCipher cipher, _)) {
            return cipher;
        }
        throw new AssertionError("not open");
    }

    private static <T> Reading<T> held(T record) {
        return new Reading.Held<>(record);
    }
}
