package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.UnreadableCause;

/** Ends of chats whose account this process can't open, or has not read. */
class LastLettersTest {

    private final InMemory memory = new InMemory();
    private final AccountDirectory unread = new AccountDirectory();
    private final FakeEndings endings = new FakeEndings(memory.store, memory.letters, memory.clock);
    private final EndChat endChat = TestEnding.endChat(memory, endings);
    private final ChatId chat = memory.queued();

    @AfterEach
    void holdsNoKeys() {
        assertThat(memory.store.heldKeys()).isZero();
    }

    @Test
    void endsAChatWithoutTranscriptsIfTheSettingsAreDamaged() {
        unreadable(UnreadableCause.DAMAGED);

        assertThat(endChat.end(chat, EndReason.VISITOR)).isInstanceOf(EndChat.Over.class);

        assertThat(memory.store.lookup(chat)).isEqualTo(new Lookup.Destroyed());
        assertThat(memory.letters.posted()).isEmpty();
    }

    @Test
    void leavesAChatToAReplicaThatHasTheKey() {
        unreadable(UnreadableCause.KEY_MISSING);
        refuses(ErrorCode.UNAVAILABLE, () -> endChat.end(chat, EndReason.VISITOR));
        assertThat(memory.store.vanished(List.of(chat))).isEmpty();

        endings.runOutClaims();
        readableAgain();
        new EndingSweep(endings, endChat).sweep();

        assertThat(memory.store.lookup(chat)).isEqualTo(new Lookup.Destroyed());
        assertThat(memory.letters.posted()).containsExactly(LetterId.of(chat, 0));
    }

    @Test
    void leavesAChatToAReplicaOfTheVersionThatWroteTheSettings() {
        unreadable(UnreadableCause.OTHER_VERSION);

        refuses(ErrorCode.UNAVAILABLE, () -> endChat.end(chat, EndReason.IDLE));

        assertThat(memory.store.vanished(List.of(chat))).isEmpty();
    }

    @Test
    void takesNoEndBeforeAllAccountsAreRead() {
        unread.setUnreadable(Map.of(InMemory.ACME, UnreadableCause.DAMAGED));
        EndChat unable = TestEnding.endChat(memory, endings, unread);

        refuses(ErrorCode.UNAVAILABLE, () -> unable.end(chat, EndReason.VISITOR));
        refuses(ErrorCode.UNAVAILABLE, () -> unable.begin(chat, EndReason.VISITOR));
        refuses(ErrorCode.UNAVAILABLE, () -> unable.beginIfLeft(chat));

        assertThat(endChat.end(chat, EndReason.VISITOR)).isInstanceOf(EndChat.Over.class);
        assertThat(memory.letters.posted()).containsExactly(LetterId.of(chat, 0));
    }

    @Test
    void sweepsNothingBeforeAllAccountsAreRead() {
        endings.begin(chat, EndReason.VISITOR);
        endings.runOutClaims();

        new EndingSweep(endings, TestEnding.endChat(memory, endings, unread)).sweep();

        assertThat(endings.overdue().left()).as("not claimed").containsExactly(chat);
    }

    private void unreadable(UnreadableCause cause) {
        memory.accounts.setUnreadable(Map.of(InMemory.ACME, cause));
    }

    private void readableAgain() {
        memory.settings(false, true, false);
        memory.accounts.setUnreadable(Map.of());
    }
}
