package org.lethe.file.access;

import java.util.Optional;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.OperatorId;

/** What the chat knows of its files and of who is in it. */
public interface FileNotes {

    /** Whether an operator takes part in the chat. */
    boolean isInChat(OperatorId operator, ChatId chat);

    /** Enters a file whose bytes are in place, if the chat still takes it, and tells it. */
    EnterOutcome enter(ChatAccess access, FileId file, FileNote note);

    /** Whether the chat takes a file now; asked before the bytes come. */
    EnterOutcome mayEnter(ChatAccess access);

    /** Whether a chat that is open has such a file. */
    boolean isEntered(ChatId chat, FileId file);

    /** Empty if the chat has no such file. */
    Optional<FileNote> find(ChatAccess access, FileId file);
}
