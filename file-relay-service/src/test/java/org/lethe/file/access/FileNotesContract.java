package org.lethe.file.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.personal.FileName;

/** What every place does where a chat knows its files. */
abstract class FileNotesContract {

    private static final FileNote NOTE = new FileNote(FileName.of("a.png"), "image/png", 1_000);
    private static final OperatorId ANNA = OperatorId.of("7651f7fd-289c-498f-b1a2-a8dacb1ddc38");
    private static final OperatorId BERT = OperatorId.of("11111111-289c-498f-b1a2-a8dacb1ddc38");

    private final SecureRandom random = new SecureRandom();

    abstract FileNotes notes(int maxFiles);

    /** A chat with one operator in it, whose files are opened. */
    abstract ChatAccess openedWith(OperatorId operator);

    /** Nobody has accepted the chat. */
    abstract void queue(ChatAccess chat);

    /** The chat is about to end. */
    abstract void end(ChatAccess chat);

    @Test
    void findsWhatWasEnteredInItsChatAlone() {
        FileNotes notes = notes(2);
        FileId file = FileId.mint(random);
        try (ChatAccess chat = openedWith(ANNA);
                ChatAccess other = openedWith(ANNA)) {
            assertThat(notes.find(chat, file)).isEmpty();

            assertThat(notes.enter(chat, file, NOTE)).isEqualTo(EnterOutcome.ENTERED);

            assertThat(notes.find(chat, file)).contains(NOTE);
            assertThat(notes.isEntered(chat.chat(), file)).isTrue();
            assertThat(notes.isEntered(other.chat(), file)).isFalse();
            assertThat(notes.find(chat, FileId.mint(random))).isEmpty();
            assertThat(notes.find(other, file)).isEmpty();
        }
    }

    @Test
    void isFullAtTheMostFiles() {
        FileNotes notes = notes(1);
        try (ChatAccess chat = openedWith(ANNA)) {
            assertThat(notes.mayEnter(chat)).isEqualTo(EnterOutcome.ENTERED);
            assertThat(notes.enter(chat, FileId.mint(random), NOTE))
                    .isEqualTo(EnterOutcome.ENTERED);

            FileId second = FileId.mint(random);
            assertThat(notes.mayEnter(chat)).isEqualTo(EnterOutcome.FULL);
            assertThat(notes.enter(chat, second, NOTE)).isEqualTo(EnterOutcome.FULL);
            assertThat(notes.find(chat, second)).isEmpty();
        }
    }

    @Test
    void aChatThatNobodyHasAcceptedTakesNothing() {
        FileNotes notes = notes(1);
        FileId file = FileId.mint(random);
        try (ChatAccess chat = openedWith(ANNA)) {
            queue(chat);

            assertThat(notes.mayEnter(chat)).isEqualTo(EnterOutcome.WAITING);
            assertThat(notes.enter(chat, file, NOTE)).isEqualTo(EnterOutcome.WAITING);
            assertThat(notes.isEntered(chat.chat(), file)).isFalse();
        }
    }

    @Test
    void aChatThatEndsTakesNothing() {
        FileNotes notes = notes(1);
        FileId file = FileId.mint(random);
        try (ChatAccess chat = openedWith(ANNA)) {
            end(chat);

            assertThat(notes.mayEnter(chat)).isEqualTo(EnterOutcome.ENDED);
            assertThat(notes.enter(chat, file, NOTE)).isEqualTo(EnterOutcome.ENDED);
            assertThat(notes.find(chat, file)).isEmpty();
        }
    }

    @Test
    void nothingIsEnteredWithoutTheKey() {
        FileNotes notes = notes(1);
        ChatAccess chat = openedWith(ANNA);
        chat.close();

        assertThat(notes.enter(chat, FileId.mint(random), NOTE)).isEqualTo(EnterOutcome.ENDED);
    }

    @Test
    void knowsWhichOperatorsAreInTheChat() {
        FileNotes notes = notes(1);
        try (ChatAccess chat = openedWith(ANNA)) {
            assertThat(notes.isInChat(ANNA, chat.chat())).isTrue();
            assertThat(notes.isInChat(BERT, chat.chat())).isFalse();
        }
    }
}
