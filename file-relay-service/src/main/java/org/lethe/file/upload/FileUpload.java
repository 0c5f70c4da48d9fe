package org.lethe.file.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.FileName;
import org.lethe.contracts.scope.Slot.Place;
import org.lethe.contracts.scope.Slots;
import org.lethe.file.access.ChatAccess;
import org.lethe.file.access.EnterOutcome;
import org.lethe.file.access.FileNotes;
import org.lethe.file.access.OpenStream;
import org.lethe.file.blob.BlobDraft;
import org.lethe.file.blob.BlobRoom;
import org.lethe.file.blob.BlobStore;
import org.lethe.file.type.FileType;
import org.lethe.file.type.FileTypes;
import org.lethe.file.type.SafeName;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.seal.CompartmentDestroyedException;
import org.lethe.privacy.seal.Randomness;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.problem.Refusal;

/**
 * Takes the bytes of a file, seals them on their way to the disk, and enters the file into its
 * chat.
 *
 * <p>The file exists from the moment it is entered, by the script that checks once more that the
 * chat is open; whatever fails before leaves nothing.
 */
@ApplicationScoped
public class FileUpload {

    private final BlobStore blobs;
    private final BlobRoom store;
    private final FileNotes notes;
    private final FileTypes types;
    private final UploadSettings config;
    private final Limits limits;
    private final SecureRandom random = Randomness.source();

    @Inject
    FileUpload(
            BlobStore blobs,
            BlobRoom store,
            FileNotes notes,
            FileTypes types,
            UploadSettings config,
            Limits limits) {
        this.blobs = blobs;
        this.store = store;
        this.notes = notes;
        this.types = types;
        this.config = config;
        this.limits = limits;
    }

    /**
     * Takes a file, or throws a {@link Refusal}: before its bytes come, if that can be told.
     *
     * @param announced how long it says that it is, in bytes; the longest where it says nothing
     */
    FileView take(
            ChatAccess access, FileName name, long announced, InputStream body, OpenStream stream)
            throws IOException {
        require(notes.mayEnter(access));
        if (announced > config.maxSize()) {
            throw new Refusal(ErrorCode.TOO_LARGE);
        }
        try (BlobRoom.Place place = store.take(announced);
                UploadRoom room = UploadRoom.take(limits, access, announced)) {
            FileView file = take(access, name, body, stream);
            place.used(file.size());
            room.used(file.size());
            return file;
        }
    }

    private FileView take(ChatAccess access, FileName name, InputStream body, OpenStream stream)
            throws IOException {
        var source =
                new Source(body, stream, config.maxSize(), LeastRate.of(config.bytesPerSecond()));
        byte[] prefix = source.prefix(FileTypes.PREFIX);
        try {
            FileType type = typeOf(prefix, name);
            FileId file = FileId.mint(random);
            long size = store(access, file, prefix, source);
            var note = new FileNote(SafeName.of(name, type), type.mediaType(), size);
            enter(access, file, note);
            return note.view(file);
        } finally {
            Arrays.fill(prefix, (byte) 0);
        }
    }

    private FileType typeOf(byte[] prefix, FileName name) {
        if (prefix.length == 0) {
            throw new Refusal(ErrorCode.FILE_EMPTY);
        }
        return types.detect(prefix, name)
                .orElseThrow(() -> new Refusal(ErrorCode.FILE_TYPE_REFUSED));
    }

    private long store(ChatAccess access, FileId file, byte[] prefix, Source source)
            throws IOException {
        try (BlobDraft draft = blobs.create(access.blob(file))) {
            long size = seal(access, file, prefix, source, draft);
            draft.commit();
            return size;
        } catch (CompartmentDestroyedException e) {
            throw new Refusal(ErrorCode.CHAT_ENDED);
        }
    }

    private static long seal(
            ChatAccess access, FileId file, byte[] prefix, Source source, BlobDraft draft)
            throws IOException {
        try (var sealing = access.cipher().sealing(draft.out(), place(file))) {
            return source.copyTo(prefix, sealing);
        }
    }

    private void enter(ChatAccess access, FileId file, FileNote note) throws IOException {
        boolean mayBeEntered = false;
        try {
            EnterOutcome outcome = notes.enter(access, file, note);
            mayBeEntered = outcome == EnterOutcome.ENTERED;
            require(outcome);
        } catch (StoreUnavailableException lost) {
            // Entered without an answer is entered, and its bytes must stay; also while nobody can
            // tell, since they go with the chat in any case.
            mayBeEntered = true;
            mayBeEntered = notes.find(access, file).isPresent();
            if (!mayBeEntered) {
                throw lost;
            }
        } finally {
            if (!mayBeEntered) {
                blobs.remove(access.blob(file));
            }
        }
    }

    private static void require(EnterOutcome outcome) {
        switch (outcome) {
            case ENTERED -> {
                // It may, or it is.
            }
            case ENDED -> throw new Refusal(ErrorCode.CHAT_ENDED);
            case WAITING -> throw new Refusal(ErrorCode.CHAT_NOT_ACCEPTED);
            case FULL -> throw new Refusal(ErrorCode.CHAT_FILES_FULL);
        }
    }

    /** What the sealed bytes are bound to, beside the chat. */
    public static Place<byte[]> place(FileId file) {
        return Slots.CHAT_FILE_BYTES.entry(file.value());
    }
}
