package org.lethe.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.privacy.vault.Lookup;

/** What every store of chats does. */
abstract class ChatStoreContract {

    private static final AccountId ACME = InMemory.ACME;
    private static final AccountId GLOBEX = AccountId.of("globex");
    private static final Author ANNA = new Author.Operator(InMemory.ANNA);
    private static final ClientMessageId FIRST = ClientMessageId.of("message-0001");
    private static final ClientMessageId SECOND = ClientMessageId.of("message-0002");
    private static final byte[] SEALED = {1, '\n', 0, ' ', 2};
    private static final String NAME = "bmFtZQ==";

    abstract ChatStore store();

    /** A new chat of Acme with the usual form. */
    abstract ChatId queued();

    abstract void destroy(ChatId chat);

    abstract void markErasing(ChatId chat);

    abstract void beginEnding(ChatId chat, EndReason reason);

    abstract void finishEnding(ChatId chat);

    @Test
    void opensAChatWithItsFormAndState() {
        ChatId chat = queued();

        assertThat(store().lookup(chat))
                .isInstanceOfSatisfying(
                        Lookup.Open.class,
                        found -> {
                            try (OpenChat open = OpenChat.of(chat, found)) {
                                assertThat(open.meta().state()).contains(ChatState.QUEUED);
                                assertThat(open.meta().account()).isEqualTo(ACME);
                                assertThat(open.meta().seq()).isZero();
                                assertThat(store().form(chat).flatMap(open.seal()::openForm))
                                        .contains(InMemory.FORM);
                            }
                        });
        assertThat(store().address(chat)).isEmpty();
        assertThat(store().file(chat, FileId.mint(new SecureRandom()))).isEmpty();
        assertThat(store().countFiles(chat)).isZero();
    }

    @Test
    void knowsNothingOfAChatThatWasDestroyed() {
        ChatId chat = queued();
        ChatId other = queued();
        destroy(chat);

        assertThat(store().lookup(chat)).isEqualTo(new Lookup.Destroyed());
        assertThat(store().metas(List.of(chat, other))).containsOnlyKeys(other);
        assertThat(store().openChats(ACME)).contains(other).doesNotContain(chat);
        assertThat(store().vanished(List.of(chat, other))).containsExactly(chat);
        assertThat(store().farewell(chat)).isEmpty();
        assertThat(append(chat, FIRST)).isEqualTo(refused(Appended.Reason.GONE));
        assertThat(store().entries(chat, 0, 10)).isEmpty();
    }

    @Test
    void numbersMessagesWithoutGapsAndGivesThemBackAsTheyWere() {
        ChatId chat = queued();

        assertThat(append(chat, FIRST)).extracting("seq").isEqualTo(1L);
        assertThat(append(chat, SECOND)).extracting("seq").isEqualTo(2L);

        List<LogEntry> entries = store().entries(chat, 0, 10);
        assertThat(entries).extracting(LogEntry::seq).containsExactly(1L, 2L);
        assertThat(entries).extracting(LogEntry::id).containsExactly(FIRST, SECOND);
        assertThat(entries).extracting(LogEntry::author).containsOnly(Author.VISITOR);
        assertThat(entries).allSatisfy(entry -> assertThat(entry.sealed()).isEqualTo(SEALED));
        assertThat(store().entries(chat, 1, 10)).extracting(LogEntry::seq).containsExactly(2L);
        assertThat(store().entries(chat, 0, 1)).extracting(LogEntry::seq).containsExactly(1L);
        assertThat(store().metas(List.of(chat)).get(chat)).extracting(ChatMeta::seq).isEqualTo(2L);
    }

    @Test
    void storesOnceForEachAuthorAndId() {
        ChatId chat = queued();
        store().accept(chat, ACME, InMemory.ANNA, NAME);

        Appended first = append(chat, FIRST);
        Appended again = append(chat, FIRST);
        Appended others = store().append(chat, ANNA, FIRST, SEALED);

        assertThat(again).isEqualTo(first);
        assertThat(others).extracting("seq").isEqualTo(2L);
        assertThat(store().entries(chat, 0, 10)).hasSize(2);
    }

    @Test
    void acknowledgesWhileEndingOnlyWhatItHas() {
        ChatId chat = queued();
        Appended first = append(chat, FIRST);
        beginEnding(chat, EndReason.VISITOR);

        assertThat(append(chat, FIRST)).isEqualTo(first);
        assertThat(append(chat, SECOND)).isEqualTo(refused(Appended.Reason.ENDING));
    }

    @Test
    void takesNothingFromAnOperatorWhoIsNotInTheChat() {
        ChatId chat = queued();

        assertThat(store().append(chat, ANNA, FIRST, SEALED))
                .isEqualTo(refused(Appended.Reason.STRANGER));
        store().accept(chat, ACME, InMemory.ANNA, NAME);
        assertThat(store().append(chat, ANNA, FIRST, SEALED)).isInstanceOf(Appended.Stored.class);
    }

    @Test
    void takesNothingMoreOnceTheChatIsBeingErased() {
        ChatId chat = queued();
        markErasing(chat);

        assertThat(append(chat, FIRST)).isEqualTo(refused(Appended.Reason.GONE));
        assertThat(store().accept(chat, ACME, InMemory.ANNA, NAME)).isEqualTo(Accepted.GONE);
        assertThat(store().metas(List.of(chat)).get(chat))
                .extracting(ChatMeta::isErasing)
                .isEqualTo(true);
    }

    @Test
    void takesNoMoreThanAChatMayHold() {
        ChatId chat = queued();

        assertThat(store().append(chat, Author.VISITOR, FIRST, new byte[1_048_577]))
                .isEqualTo(refused(Appended.Reason.FULL));
        assertThat(append(chat, SECOND)).extracting("seq").isEqualTo(1L);
    }

    @Test
    void givesAChatToTheFirstOperator() {
        ChatId chat = queued();

        assertThat(store().accept(chat, GLOBEX, InMemory.ANNA, NAME)).isEqualTo(Accepted.STRANGER);
        assertThat(store().accept(chat, ACME, InMemory.ANNA, NAME)).isEqualTo(Accepted.ACCEPTED);
        assertThat(store().accept(chat, ACME, InMemory.ANNA, NAME)).isEqualTo(Accepted.ACCEPTED);
        assertThat(store().accept(chat, ACME, InMemory.BERT, NAME)).isEqualTo(Accepted.TAKEN);
        ChatMeta meta = store().metas(List.of(chat)).get(chat);
        assertThat(meta).extracting(ChatMeta::state).isEqualTo(Optional.of(ChatState.ACTIVE));
        assertThat(meta).extracting(ChatMeta::sealedOperatorName).isEqualTo(Optional.of(NAME));
    }

    @Test
    void givesNobodyAChatThatIsOver() {
        ChatId ending = queued();
        beginEnding(ending, EndReason.VISITOR);
        ChatId gone = queued();
        destroy(gone);

        assertThat(store().accept(ending, ACME, InMemory.ANNA, NAME)).isEqualTo(Accepted.GONE);
        assertThat(store().accept(gone, ACME, InMemory.ANNA, NAME)).isEqualTo(Accepted.GONE);
    }

    @Test
    void knowsWhoIsInAChat() {
        ChatId chat = queued();
        store().accept(chat, ACME, InMemory.ANNA, NAME);

        assertThat(store().isIn(chat, ACME, InMemory.ANNA)).isTrue();
        assertThat(store().isIn(chat, ACME, InMemory.BERT)).isFalse();
        assertThat(store().isIn(chat, GLOBEX, InMemory.ANNA)).isFalse();
        destroy(chat);
        assertThat(store().isIn(chat, ACME, InMemory.ANNA)).isFalse();
    }

    @Test
    void notesHowFarASideHasReadAndNeverLess() {
        ChatId chat = queued();
        append(chat, FIRST);
        append(chat, SECOND);

        store().markRead(chat, Speaker.OPERATOR, 2);
        store().markRead(chat, Speaker.OPERATOR, 1);
        store().markRead(chat, Speaker.VISITOR, 3);

        ChatMeta meta = store().metas(List.of(chat)).get(chat);
        assertThat(meta).extracting(each -> each.read(Speaker.OPERATOR)).isEqualTo(2L);
        assertThat(meta).extracting(each -> each.read(Speaker.VISITOR)).isEqualTo(0L);
    }

    @Test
    void tellsHowAChatEnded() {
        ChatId chat = queued();
        append(chat, FIRST);
        beginEnding(chat, EndReason.OPERATOR);
        assertThat(store().farewell(chat)).isEmpty();

        finishEnding(chat);

        assertThat(store().farewell(chat))
                .hasValueSatisfying(farewell -> {
                    assertThat(farewell.reason()).isEqualTo(EndReason.OPERATOR);
                    assertThat(farewell.messages()).isEqualTo(1);
                    assertThat(farewell.files()).isZero();
                });
    }

    @Test
    void sealsUnderKeysThatEveryLookUpFinds() {
        ChatId chat = queued();
        String sealed;
        try (OpenChat open = OpenChat.of(chat, (Lookup.Open) store().lookup(chat))) {
            sealed = open.seal().sealOperatorName(PersonName.of("Anna"));
        }

        try (OpenChat again = OpenChat.of(chat, (Lookup.Open) store().lookup(chat))) {
            assertThat(again.seal().openOperatorName(sealed)).contains(PersonName.of("Anna"));
        }
    }

    private Appended append(ChatId chat, ClientMessageId id) {
        return store().append(chat, Author.VISITOR, id, SEALED);
    }

    private static Appended refused(Appended.Reason reason) {
        return new Appended.Refused(reason);
    }
}
