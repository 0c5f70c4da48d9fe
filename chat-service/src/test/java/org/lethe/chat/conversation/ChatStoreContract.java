package org.lethe.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.error.ErrorCode;
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
        ChatContents contents = store().contents(chat);
        assertThat(contents.form().orElseThrow()).isEqualTo(store().form(chat).orElseThrow());
        assertThat(contents.address()).isEmpty();
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
        refuses(ErrorCode.CHAT_ENDED, () -> append(chat, FIRST));
        assertThat(store().entries(chat, 0, 10)).isEmpty();
        assertThat(store().contents(chat).form()).isEmpty();
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
        assertThat(store().contents(chat).log()).extracting(LogEntry::id).contains(FIRST, SECOND);
        assertThat(store().entries(chat, 1, 10)).extracting(LogEntry::seq).containsExactly(2L);
        assertThat(store().entries(chat, 0, 1)).extracting(LogEntry::seq).containsExactly(1L);
        assertThat(store().metas(List.of(chat)).get(chat)).extracting(ChatMeta::seq).isEqualTo(2L);
    }

    @Test
    void readsALogPageByPage() {
        ChatId chat = queued();
        int most = ChatStore.PAGE + 3;
        for (int number = 1; number <= most; number++) {
            append(chat, ClientMessageId.of("message-%04d".formatted(number)));
        }

        assertThat(store().contents(chat).log()).hasSize(ChatStore.PAGE);
        assertThat(read(chat, 0, Long.MAX_VALUE)).hasSize(most).isSorted().endsWith((long) most);
        assertThat(read(chat, 1, 3)).containsExactly(2L, 3L);
        assertThat(read(chat, most, most)).isEmpty();
        assertThat(read(chat, most + 1, most)).isEmpty();
    }

    @Test
    void opensWhatIsThereAndNothingElse() {
        ChatId chat = queued();

        assertThat(store().whileOpen(chat, open -> open.meta().account())).contains(ACME);
        destroy(chat);
        assertThat(store().open(chat)).isEmpty();
    }

    @Test
    void storesOnceForEachAuthorAndId() {
        ChatId chat = queued();
        store().accept(chat, ACME, InMemory.ANNA, NAME);

        ChatStore.Stored first = append(chat, FIRST);
        ChatStore.Stored again = append(chat, FIRST);
        ChatStore.Stored others = store().append(chat, ANNA, FIRST, SEALED);

        assertThat(again).isEqualTo(first);
        assertThat(others).extracting("seq").isEqualTo(2L);
        assertThat(store().entries(chat, 0, 10)).hasSize(2);
    }

    @Test
    void acknowledgesWhileEndingOnlyWhatItHas() {
        ChatId chat = queued();
        ChatStore.Stored first = append(chat, FIRST);
        beginEnding(chat, EndReason.VISITOR);

        assertThat(append(chat, FIRST)).isEqualTo(first);
        refuses(ErrorCode.CHAT_ENDED, () -> append(chat, SECOND));
    }

    @Test
    void takesNothingFromAnOperatorWhoIsNotInTheChat() {
        ChatId chat = queued();

        refuses(ErrorCode.NOT_FOUND, () -> store().append(chat, ANNA, FIRST, SEALED));
        store().accept(chat, ACME, InMemory.ANNA, NAME);
        assertThat(store().append(chat, ANNA, FIRST, SEALED)).extracting("seq").isEqualTo(1L);
    }

    @Test
    void takesNothingMoreOnceTheChatIsBeingErased() {
        ChatId chat = queued();
        markErasing(chat);

        refuses(ErrorCode.CHAT_ENDED, () -> append(chat, FIRST));
        refuses(ErrorCode.NOT_FOUND, () -> store().accept(chat, ACME, InMemory.ANNA, NAME));
        assertThat(store().metas(List.of(chat)).get(chat))
                .extracting(ChatMeta::isErasing)
                .isEqualTo(true);
    }

    @Test
    void takesNoMoreThanAChatMayHold() {
        ChatId chat = queued();

        refuses(
                ErrorCode.TOO_LARGE,
                () -> store().append(chat, Author.VISITOR, FIRST, new byte[1_048_577]));
        assertThat(append(chat, SECOND)).extracting("seq").isEqualTo(1L);
    }

    @Test
    void givesAChatToTheFirstOperator() {
        ChatId chat = queued();

        refuses(ErrorCode.NOT_FOUND, () -> store().accept(chat, GLOBEX, InMemory.ANNA, NAME));
        store().accept(chat, ACME, InMemory.ANNA, NAME);
        store().accept(chat, ACME, InMemory.ANNA, NAME);
        refuses(ErrorCode.CONFLICT, () -> store().accept(chat, ACME, InMemory.BERT, NAME));
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

        refuses(ErrorCode.NOT_FOUND, () -> store().accept(ending, ACME, InMemory.ANNA, NAME));
        refuses(ErrorCode.NOT_FOUND, () -> store().accept(gone, ACME, InMemory.ANNA, NAME));
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
                    assertThat(farewell.messages()).as("with the question").isEqualTo(2);
                    assertThat(farewell.files()).isZero();
                });
    }

    @Test
    void tellsThatAChatWasErased() {
        ChatId chat = queued();
        append(chat, FIRST);

        destroy(chat);

        assertThat(store().farewell(chat))
                .hasValueSatisfying(farewell -> {
                    assertThat(farewell.reason()).isEqualTo(EndReason.ERASURE);
                    assertThat(farewell.messages()).as("with the question").isEqualTo(2);
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

    private List<Long> read(ChatId chat, long after, long last) {
        var read = new ArrayList<Long>();
        store().read(chat, after, last, entry -> read.add(entry.seq()));
        return read;
    }

    private ChatStore.Stored append(ChatId chat, ClientMessageId id) {
        return store().append(chat, Author.VISITOR, id, SEALED);
    }
}
