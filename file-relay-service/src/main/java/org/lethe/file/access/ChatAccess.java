package org.lethe.file.access;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.file.blob.BlobId;
import org.lethe.privacy.seal.ScopeCipher;

/** The right to touch the files of one open chat, with its key; closed, the key is forgotten. */
public record ChatAccess(ChatId chat, AccountId account, ScopeCipher cipher)
        implements AutoCloseable {

    public BlobId blob(FileId file) {
        return new BlobId(chat, account, file);
    }

    @Override
    public void close() {
        cipher.close();
    }
}
