package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.letter.Draft;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.personal.MessageText;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.fixture.DataUseRow;
import org.lethe.runtime.fixture.DataUseRow.Sent;
import org.lethe.runtime.limit.TestLimits;

/** To whom transcripts go, and with what, is what the sentences about data are made of. */
class TranscriptUseTest {

    private final InMemory memory = new InMemory();
    private final Transcript transcript =
            new Transcript(memory.store, memory.clock, TestLimits.standard());

    @ParameterizedTest
    @MethodSource("everyCombination")
    void sendsWhatIsSaid(DataUseRow row) {
        ChatId chat = memory.queuedFrom("192.0.2.7");
        answer(chat);

        List<Draft> drafts = drafts(chat, row.settings());

        assertThat(drafts)
                .extracting(TranscriptUseTest::sent)
                .containsExactlyElementsOf(row.done().transcripts());
    }

    @Test
    void writesAllOfALongChat() {
        ChatId chat = memory.queuedFrom("192.0.2.7");
        for (int number = 1; number <= ChatStore.PAGE + 1; number++) {
            say(chat, Author.VISITOR, number);
        }

        List<Draft> drafts = drafts(chat, memory.accounts.require(InMemory.ACME));

        assertThat(drafts.getFirst().letter())
                .isInstanceOfSatisfying(
                        TranscriptLetter.class,
                        letter -> assertThat(letter.lines()).hasSize(ChatStore.PAGE + 1));
    }

    /** The mailbox is whoever's was typed. */
    @Test
    void sendsOneMailboxOnlySoManyCopiesHoweverManyChatsNameIt() {
        assertThat(copiesOfTwoChats("lethe.limits.copies-per-mailbox")).isEqualTo(1);
    }

    @Test
    void sendsOnlySoManyCopiesForAnAccountHoweverManyChatsItHas() {
        assertThat(copiesOfTwoChats("lethe.limits.copies-per-account")).isEqualTo(1);
    }

    private long copiesOfTwoChats(String limit) {
        memory.settings(false, true, true);
        var limited =
                new Transcript(memory.store, memory.clock, TestLimits.of(Map.of(limit, "1 in 1h")));
        return Stream.generate(memory::queued)
                .limit(2)
                .peek(this::answer)
                .flatMap(chat ->
                        drafts(limited, chat, memory.accounts.require(InMemory.ACME)).stream())
                .filter(draft -> sent(draft).equals(new Sent("vera@mail.example", false)))
                .count();
    }

    static Stream<DataUseRow> everyCombination() {
        return DataUseRow.all(InMemory.ACME);
    }

    private static Sent sent(Draft draft) {
        return new Sent(draft.letter().recipient().reveal(), draft.address().isPresent());
    }

    private List<Draft> drafts(ChatId chat, AccountSettings settings) {
        return drafts(transcript, chat, settings);
    }

    private List<Draft> drafts(Transcript writer, ChatId chat, AccountSettings settings) {
        return memory.store
                .whileOpen(chat, open -> writer.write(open, settings).drafts())
                .orElseThrow();
    }

    private void answer(ChatId chat) {
        memory.store.accept(chat, InMemory.ACME, InMemory.BERT, "bmFtZQ==");
        say(chat, new Author.Operator(InMemory.BERT), 1);
    }

    private void say(ChatId chat, Author author, int number) {
        var id = ClientMessageId.of("message-%04d".formatted(number));
        var content = new MessageContent(null, MessageText.of("Yes"), null);
        try (var seal = new ChatSeal(((Lookup.Open) memory.store.lookup(chat)).cipher())) {
            memory.store.append(chat, author, id, seal.sealMessage(author, id, content));
        }
    }
}
