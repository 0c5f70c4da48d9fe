package org.lethe.file.download;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.file.access.ChatAccess;
import org.lethe.file.access.FileAccess;
import org.lethe.file.access.FileNotes;
import org.lethe.file.access.OpenStream;
import org.lethe.file.access.OpenStreams;
import org.lethe.file.access.StreamKind;
import org.lethe.file.blob.BlobStore;
import org.lethe.file.upload.FileUpload;
import org.lethe.privacy.seal.CompartmentDestroyedException;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.stream.ClientStream;

/** Finds a file of a chat and unseals it; refuses with a {@link Refusal}. */
@ApplicationScoped
public class FileDownload {

    private final FileAccess access;
    private final BlobStore blobs;
    private final FileNotes notes;
    private final OpenStreams streams;
    private final DownloadSettings config;

    @Inject
    FileDownload(
            FileAccess access,
            BlobStore blobs,
            FileNotes notes,
            OpenStreams streams,
            DownloadSettings config) {
        this.access = access;
        this.blobs = blobs;
        this.notes = notes;
        this.streams = streams;
        this.config = config;
    }

    /** What is known of a file. */
    FileNote note(Caller caller, ChatId chat, FileId file) {
        try (ChatAccess granted = access.open(caller, chat)) {
            return note(granted, file);
        }
    }

    /**
     * The file in clear, to be closed.
     *
     * @param client whom it goes to
     */
    OpenFile open(Caller caller, ChatId chat, FileId file, ClientStream client) throws IOException {
        // Begun before the look-up, so that no end of the chat comes between unseen.
        OpenStream stream = streams.begin(chat, StreamKind.DOWNLOAD, client);
        try {
            return open(admitted(caller, chat), file, stream);
        } catch (Throwable failure) {
            stream.close();
            throw failure;
        }
    }

    /** Whoever may not touch the chat is not told that it is busy. */
    private ChatAccess admitted(Caller caller, ChatId chat) {
        ChatAccess granted = access.open(caller, chat);
        if (streams.count(chat, StreamKind.DOWNLOAD) > config.perChat()
                || streams.count(StreamKind.DOWNLOAD) > config.atOnce()) {
            granted.close();
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
        return granted;
    }

    private OpenFile open(ChatAccess granted, FileId file, OpenStream stream) throws IOException {
        try {
            return new OpenFile(note(granted, file), clear(granted, file), granted, stream);
        } catch (Throwable failure) {
            granted.close();
            throw failure;
        }
    }

    private FileNote note(ChatAccess granted, FileId file) {
        return notes.find(granted, file).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }

    private SeekableByteChannel clear(ChatAccess granted, FileId file) throws IOException {
        SeekableByteChannel sealed =
                blobs.open(granted.blob(file)).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
        try {
            return granted.cipher().unsealing(sealed, FileUpload.place(file));
        } catch (CompartmentDestroyedException e) {
            sealed.close();
            throw new Refusal(ErrorCode.CHAT_ENDED);
        } catch (Throwable failure) {
            sealed.close();
            throw failure;
        }
    }
}
