package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.chat.Refused.refuses;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.privacy.vault.Lookup;

class EndChatTest {

    private final InMemory memory = new InMemory();
    private final FakeEndings endings = new FakeEndings(memory.store, memory.letters, memory.clock);
    private final RecordedEndings recorded = new RecordedEndings(endings);
    private final EndChat endChat = TestEnding.endChat(memory, recorded);
    private final ChatId chat = memory.queued();

    @AfterEach
    void holdsNoKeys() {
        assertThat(memory.store.heldKeys()).isZero();
    }

    @Test
    void destroysTheChatAndTellsHowMuchItWas() {
        say(1);
        say(2);

        EndChat.Outcome outcome = endChat.end(chat, EndReason.OPERATOR);

        var farewell = new Farewell(EndReason.OPERATOR, 3, 0, memory.clock.instant());
        assertThat(outcome).isEqualTo(new EndChat.Over(Optional.of(farewell)));
        assertThat(memory.store.lookup(chat)).isEqualTo(new Lookup.Destroyed());
        assertThat(endings.overdue().left()).isEmpty();
    }

    /** The question is the first message of the chat, also where nobody wrote another. */
    @Test
    void countsTheQuestion() {
        assertThat(endChat.end(chat, EndReason.VISITOR))
                .isInstanceOfSatisfying(
                        EndChat.Over.class,
                        over -> assertThat(over.farewell().orElseThrow().messages()).isEqualTo(1));
    }

    @Test
    void keepsTheReasonOfTheSideThatWasFirst() {
        endChat.end(chat, EndReason.VISITOR);

        assertThat(endChat.end(chat, EndReason.OPERATOR))
                .isInstanceOfSatisfying(
                        EndChat.Over.class,
                        over ->
                                assertThat(over.farewell().orElseThrow().reason())
                                        .isEqualTo(EndReason.VISITOR));
    }

    @Test
    void leavesAnEndThatSomebodyElseIsAt() {
        endings.begin(chat, EndReason.VISITOR);

        assertThat(endChat.end(chat, EndReason.OPERATOR)).isEqualTo(new EndChat.Ending());
        assertThat(endings.overdue().left()).isEmpty();
    }

    @Test
    void isFinishedByTheSweepAfterACrashBehindTheFirstStep() {
        endings.begin(chat, EndReason.VISITOR);
        endings.runOutClaims();

        sweep().sweep();

        assertThat(memory.store.farewell(chat).orElseThrow().reason()).isEqualTo(EndReason.VISITOR);
    }

    @Test
    void postsTheTranscriptThatTheAccountWants() {
        say(1);

        endChat.end(chat, EndReason.VISITOR);

        assertThat(letters())
                .singleElement()
                .isInstanceOfSatisfying(
                        TranscriptLetter.class,
                        letter -> {
                            assertThat(letter.recipient().reveal()).isEqualTo("desk@acme.example");
                            assertThat(letter.reference()).isEqualTo(ReferenceNumber.of(chat));
                            assertThat(letter.visitorName().reveal()).isEqualTo("Vera");
                            assertThat(letter.lines())
                                    .extracting(line -> line.text())
                                    .containsExactly(MessageText.of("line 1"));
                            assertThat(letter.reason()).isEqualTo(EndReason.VISITOR);
                        });
    }

    @Test
    void postsACopyToTheVisitorWhereTheAccountWantsIt() {
        memory.settings(false, true, true);
        answer();

        endChat.end(chat, EndReason.VISITOR);

        assertThat(letters())
                .extracting(letter -> letter.recipient().reveal())
                .containsExactly("desk@acme.example", "vera@mail.example");
    }

    @Test
    void postsNoCopyToWhomNoOperatorAnswered() {
        memory.settings(false, true, true);
        say(1);

        endChat.end(chat, EndReason.VISITOR);

        assertThat(letters())
                .extracting(letter -> letter.recipient().reveal())
                .containsExactly("desk@acme.example");
    }

    @Test
    void postsOneLetterToAVisitorWhoIsARecipient() {
        memory.settings(false, true, true, "Vera@mail.example");
        answer();

        endChat.end(chat, EndReason.VISITOR);

        assertThat(letters())
                .extracting(letter -> letter.recipient().reveal())
                .containsExactly("Vera@mail.example");
    }

    @Test
    void postsNothingWhereTheAccountWantsNoTranscripts() {
        say(1);
        memory.settings(false, false, true);

        endChat.end(chat, EndReason.VISITOR);

        assertThat(memory.store.farewell(chat)).isPresent();
        assertThat(memory.letters.posted()).isEmpty();
    }

    @Test
    void postsNothingThatTheVisitorWasNotToldOfWhenTheChatBegan() {
        memory.settings(false, false, false);
        ChatId untold = memory.queuedAsTold();
        memory.settings(false, true, true);

        endChat.end(untold, EndReason.VISITOR);

        assertThat(memory.store.farewell(untold)).isPresent();
        assertThat(memory.letters.posted()).isEmpty();
    }

    @Test
    void postsWhatTheVisitorWasToldOf() {
        ChatId told = memory.queuedAsTold();

        endChat.end(told, EndReason.VISITOR);

        assertThat(memory.letters.posted()).containsExactly(LetterId.of(told, 0));
    }

    @Test
    void makesNothingOfAChatThatAnErasureTookBetweenTheSteps() {
        say(1);
        recorded.beforeFinish = () -> memory.store.markErasing(chat);

        EndChat.Outcome outcome = endChat.end(chat, EndReason.VISITOR);

        assertThat(outcome).isEqualTo(new EndChat.Over(Optional.empty()));
        assertThat(memory.letters.posted()).isEmpty();
        assertNoLetterIsOpen();
    }

    @Test
    void sealsTheLettersThatAreLeftWhenOneWasErasedMeanwhile() {
        memory.settings(false, true, true);
        answer();
        recorded.beforeFinish = () -> memory.letters.destroy(LetterId.of(chat, 0));

        endChat.end(chat, EndReason.VISITOR);

        assertThat(memory.store.farewell(chat)).isPresent();
        assertThat(memory.letters.posted()).containsExactly(LetterId.of(chat, 1));
    }

    @Test
    void saysThatAChatWasLostAndNotThatItEnded() {
        memory.store.lose();

        refuses(ErrorCode.SCOPE_LOST, () -> endChat.end(chat, EndReason.VISITOR));
    }

    @Test
    void goesOnAfterAChatThatCannotBeEnded() {
        // Given two interrupted ends, of which one can't be finished
        ChatId other = memory.queued();
        endings.begin(chat, EndReason.VISITOR);
        endings.begin(other, EndReason.VISITOR);
        endings.runOutClaims();
        recorded.broken = chat;

        // When
        sweep().sweep();

        // Then
        assertThat(memory.store.lookup(other)).isEqualTo(new Lookup.Destroyed());
        assertThat(memory.store.vanished(List.of(chat))).isEmpty();
    }

    @Test
    void givesItsTurnBackWhenItFails() {
        recorded.broken = chat;
        for (int i = 0; i < EndChat.MOST_AT_ONCE; i++) {
            assertThatThrownBy(() -> endChat.end(chat, EndReason.VISITOR))
                    .isInstanceOf(IllegalStateException.class);
            endings.runOutClaims();
        }
        ChatId other = memory.queued();

        endChat.end(other, EndReason.VISITOR);

        assertThat(memory.store.lookup(other)).isEqualTo(new Lookup.Destroyed());
    }

    private EndingSweep sweep() {
        return new EndingSweep(recorded, endChat);
    }

    private void say(int number) {
        say(number, Author.VISITOR);
    }

    /** An operator comes into the chat and writes. */
    private void answer() {
        memory.store.accept(chat, InMemory.ACME, InMemory.BERT, "bmFtZQ==");
        say(1, new Author.Operator(InMemory.BERT));
    }

    private void say(int number, Author author) {
        var id = ClientMessageId.of("message-%04d".formatted(number));
        var content = new MessageContent(null, MessageText.of("line " + number), null);
        try (var seal = new ChatSeal(((Lookup.Open) memory.store.lookup(chat)).cipher())) {
            memory.store.append(chat, author, id, seal.sealMessage(author, id, content));
        }
    }

    private List<Letter> letters() {
        return recorded.sealed.stream().map(this::read).toList();
    }

    private Letter read(SealedLetter letter) {
        try (var cipher = memory.letters.cipher(letter.id())) {
            return switch (cipher.unseal(Compartment.CONTENT, "letter", letter.body())) {
                case Unsealed.Clear(byte[] json) ->
                        WireFormat.mapper().readValue(json, Letter.class);
                case Unsealed other -> throw new AssertionError(other.toString());
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertNoLetterIsOpen() {
        assertThat(IntStream.range(0, LetterId.MAX_LETTERS))
                .noneMatch(ordinal -> memory.letters.isOpen(LetterId.of(chat, ordinal)));
    }
}
