package org.lethe.mail.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.ChatEvent.ChatLost;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.letter.LostChatsNotice;
import org.lethe.contracts.scope.Slots;
import org.lethe.mail.InMemory;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.account.UnreadableCause;

class LostChatsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final InMemory suite = new InMemory();
    private final FakeLostChatNotes notes = new FakeLostChatNotes(suite.clock);
    private final LostChats lost = new LostChats(notes, suite.vault, suite.accounts, suite.clock);

    @Test
    void tellsOnceHowManyWereLost() {
        lose(InMemory.ACME, 3);
        lost.tell();
        assertThat(notices()).as("more may be heard of").isEmpty();

        suite.clock.advance(Duration.ofSeconds(31));
        lost.tell();
        lost.tell();

        assertThat(notices()).singleElement().extracting(LostChatsNotice::chats).isEqualTo(3);
        assertThat(notes.all()).isEmpty();
    }

    @Test
    void waitsUntilNothingMoreIsHeard() {
        lose(InMemory.ACME, 1);
        suite.clock.advance(Duration.ofSeconds(31));
        lose(InMemory.ACME, 1);
        lost.tell();
        assertThat(notices()).isEmpty();

        suite.clock.advance(Duration.ofSeconds(31));
        lost.tell();

        assertThat(notices()).singleElement().extracting(LostChatsNotice::chats).isEqualTo(2);
    }

    @Test
    void keepsTheNotesWhileNoNoticeCanBePosted() {
        lose(InMemory.ACME, 1);
        suite.clock.advance(Duration.ofSeconds(31));
        suite.vault.setAway(true);
        lost.tell();
        suite.vault.setAway(false);

        lost.tell();

        assertThat(notices()).hasSize(1);
    }

    @Test
    void hasNobodyToTellOfAnAccountThatIsClosed() {
        lose(AccountId.of("closed"), 1);
        suite.clock.advance(Duration.ofSeconds(31));

        lost.tell();

        assertThat(notes.all()).isEmpty();
    }

    @Test
    void waitsForNoAccountThatCanNotBeOpened() {
        AccountId strange = AccountId.of("strange");
        suite.accounts.setUnreadable(Map.of(strange, UnreadableCause.KEY_MISSING));
        lose(strange, 1);
        lose(InMemory.ACME, 1);
        suite.clock.advance(Duration.ofSeconds(31));

        lost.tell();

        assertThat(notices()).hasSize(1);
        assertThat(notes.all())
                .extracting(LostChatNotes.LostChat::account)
                .containsExactly(strange);
    }

    /** The notes of a shard are renewed by each new one. */
    @Test
    void keepsNoNoteForLongerThanAnythingStays() {
        AccountId strange = AccountId.of("strange");
        suite.accounts.setUnreadable(Map.of(strange, UnreadableCause.DAMAGED));
        lose(strange, 1);
        suite.clock.advance(RetentionSchedule.LONGEST);
        lose(strange, 1);

        lost.tell();

        assertThat(notes.all()).hasSize(1);
    }

    private void lose(AccountId account, int chats) {
        for (int i = 0; i < chats; i++) {
            lost.onLost(new ChatLost(ChatId.mint("l0st", RANDOM), account));
        }
    }

    private List<LostChatsNotice> notices() {
        return suite.vault.openLetters(InMemory.ACME).stream()
                .map(suite.vault::lookup)
                .map(found -> notice((Lookup.Open) found))
                .toList();
    }

    private LostChatsNotice notice(Lookup.Open open) {
        try (ScopeCipher cipher = open.cipher()) {
            return (LostChatsNotice)
                    ((Reading.Held<?>) suite.vault.read(cipher, Slots.LETTER_BODY)).record();
        }
    }
}
