package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.letter.Draft;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.privacy.vault.Lookup;
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

        List<Draft> drafts =
                memory.store
                        .whileOpen(chat, open -> transcript.write(open, row.settings()).drafts())
                        .orElseThrow();

        assertThat(drafts)
                .extracting(TranscriptUseTest::sent)
                .containsExactlyElementsOf(row.done().transcripts());
    }

    static Stream<DataUseRow> everyCombination() {
        return DataUseRow.all(InMemory.ACME);
    }

    private static Sent sent(Draft draft) {
        return new Sent(draft.letter().recipient().reveal(), draft.address().isPresent());
    }

    private void answer(ChatId chat) {
        memory.store.accept(chat, InMemory.ACME, InMemory.BERT, "bmFtZQ==");
        var author = new Author.Operator(InMemory.BERT);
        var id = ClientMessageId.of("message-0001");
        var content = new MessageContent(null, MessageText.of("Yes"), null);
        try (var seal = new ChatSeal(((Lookup.Open) memory.store.lookup(chat)).cipher())) {
            memory.store.append(chat, author, id, seal.sealMessage(author, id, content));
        }
    }
}
