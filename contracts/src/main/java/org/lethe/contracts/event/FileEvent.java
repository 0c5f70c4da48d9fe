package org.lethe.contracts.event;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;

/** The life of the files of a chat. */
public sealed interface FileEvent extends Event {

    ChatId chat();

    AccountId account();

    @Override
    default String subject() {
        return chat().value();
    }

    record FileStored(ChatId chat, FileId file, AccountId account, long bytes)
            implements FileEvent {}

    record FilesDestroyed(ChatId chat, AccountId account, int files, long bytes)
            implements FileEvent {}
}
