package org.lethe.runtime.blob;

import java.nio.file.Path;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.Shard;

/** The names in the folder of sealed files: ids only, none of which a caller can choose. */
public final class BlobPlace {

    private BlobPlace() {}

    /** The folder of a chat. */
    public static Path of(Path root, ChatId chat) {
        return root.resolve(Shard.digits(chat.shard())).resolve(chat.value());
    }

    /** The sealed bytes of a file. */
    public static Path of(Path root, ChatId chat, AccountId account, FileId file) {
        return of(root, chat).resolve(file.value() + "." + account.value());
    }
}
