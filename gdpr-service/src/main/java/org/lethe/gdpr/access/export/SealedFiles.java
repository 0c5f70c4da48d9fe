package org.lethe.gdpr.access.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.runtime.blob.BlobPlace;

/** The folder in which file-relay-service has the sealed files; only read here. */
record SealedFiles(Path root) {

    /**
     * A file in clear, segment by segment, to be closed; empty if there is none.
     *
     * @throws org.lethe.privacy.seal.DamagedContentException here or on a later read
     * @throws org.lethe.privacy.seal.CompartmentDestroyedException if the chat ends meanwhile
     */
    Optional<SeekableByteChannel> open(
            ScopeCipher cipher, ChatId chat, AccountId account, FileId file) throws IOException {
        SeekableByteChannel sealed;
        try {
            sealed =
                    FileChannel.open(
                            BlobPlace.of(root, chat, account, file), StandardOpenOption.READ);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher.unsealing(sealed, Slots.CHAT_FILE_BYTES.entry(file.value())));
        } catch (Throwable failure) {
            sealed.close();
            throw failure;
        }
    }
}
