package org.lethe.file.access;

import org.lethe.contracts.id.OperatorId;

class FakeFileNotesTest extends FileNotesContract {

    private FakeFileNotes notes = new FakeFileNotes(1);

    @Override
    FileNotes notes(int maxFiles) {
        notes = new FakeFileNotes(maxFiles);
        return notes;
    }

    @Override
    ChatAccess openedWith(OperatorId operator) {
        ChatAccess chat = TestAccess.open();
        notes.open(chat.chat());
        notes.join(chat.chat(), operator);
        return chat;
    }

    @Override
    void queue(ChatAccess chat) {
        notes.queue(chat.chat());
    }

    @Override
    void end(ChatAccess chat) {
        notes.end(chat.chat());
    }
}
