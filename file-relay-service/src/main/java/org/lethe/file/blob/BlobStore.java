package org.lethe.file.blob;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;

/**
 * Sealed files in a folder: {@code <shard>/<chat>/<file>.<account>}, drafts end in {@code .part}.
 *
 * <p>It knows whose they are by ids, and neither name nor type nor a key: what it holds is noise
 * the moment the chat's key is gone.
 */
@ApplicationScoped
public class BlobStore {

    private final BlobPaths paths;
    private final BlobSettings config;
    private final Clock clock;

    @Inject
    BlobStore(BlobSettings config, Clock clock) throws IOException {
        this.config = config;
        this.clock = clock;
        this.paths = BlobPaths.in(config.directory());
    }

    /** Begins a blob that nobody can see until it is committed. */
    public BlobDraft create(BlobId blob) throws IOException {
        try {
            return BlobDraft.create(paths.make(blob.chat()), paths.of(blob));
        } catch (NoSuchFileException e) {
            // Whoever removed the chat's last file took the folder away in between.
            return BlobDraft.create(paths.make(blob.chat()), paths.of(blob));
        }
    }

    /** The sealed bytes; empty if there are none. */
    public Optional<SeekableByteChannel> open(BlobId blob) throws IOException {
        try {
            return Optional.of(FileChannel.open(paths.of(blob), StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    public void remove(BlobId blob) throws IOException {
        Files.deleteIfExists(paths.of(blob));
        removeIfEmpty(paths.of(blob.chat()));
    }

    /** The whole files that lie here of a chat, with their sealed sizes. */
    public Map<FileId, Long> files(ChatId chat) throws IOException {
        var files = new LinkedHashMap<FileId, Long>();
        for (Path path : children(paths.of(chat))) {
            Optional<FileId> file = BlobPaths.file(path);
            if (file.isPresent()) {
                attributes(path).ifPresent(found -> files.put(file.get(), found.size()));
            }
        }
        return files;
    }

    /** Removes all that there is of a chat, drafts too. */
    public void remove(ChatId chat) throws IOException {
        for (Path file : children(paths.of(chat))) {
            Files.deleteIfExists(file);
        }
        removeIfEmpty(paths.of(chat));
    }

    /** The account of a chat's blobs; empty if there are none. */
    public Optional<AccountId> accountOf(ChatId chat) throws IOException {
        return children(paths.of(chat)).stream()
                .map(BlobPaths::account)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Every chat that something lies here of, with when the first of that was begun. */
    public Map<ChatId, Instant> chats() throws IOException {
        var chats = new HashMap<ChatId, Instant>();
        for (Path folder : chatFolders()) {
            Optional<ChatId> chat = BlobPaths.chat(folder);
            if (chat.isPresent()) {
                chats.put(chat.get(), begin(folder));
            }
        }
        return chats;
    }

    /** What was written last before this, nobody writes any more. */
    public Instant abandonedBefore() {
        return clock.instant().minus(config.abandoned());
    }

    /** The whole files that were written last at or after one time, and before another. */
    public List<BlobId> committed(Instant from, Instant before) throws IOException {
        var blobs = new ArrayList<BlobId>();
        for (Path folder : chatFolders()) {
            Optional<ChatId> chat = BlobPaths.chat(folder);
            for (Path file : chat.isPresent() ? children(folder) : List.<Path>of()) {
                Instant changed = changed(file);
                if (!changed.isBefore(from) && changed.isBefore(before)) {
                    blob(chat.orElseThrow(), file).ifPresent(blobs::add);
                }
            }
        }
        return blobs;
    }

    /** What lies here. */
    Held held() throws IOException {
        long files = 0;
        long drafts = 0;
        for (Path folder : chatFolders()) {
            for (Path file : children(folder)) {
                long bytes = attributes(file).map(BasicFileAttributes::size).orElse(0L);
                if (BlobPaths.isDraft(file)) {
                    drafts += bytes;
                } else {
                    files += bytes;
                }
            }
        }
        return new Held(files, drafts);
    }

    /** Bytes of whole files, and of drafts. */
    record Held(long files, long drafts) {}

    /** Bytes that the file system still has for us. */
    long usable() throws IOException {
        return Files.getFileStore(paths.root()).getUsableSpace();
    }

    /** Removes drafts that nobody writes any more, as a crash leaves them. */
    public int removeAbandonedDrafts() throws IOException {
        Instant before = abandonedBefore();
        int removed = 0;
        for (Path folder : chatFolders()) {
            for (Path file : children(folder)) {
                if (BlobPaths.isDraft(file) && changed(file).isBefore(before)) {
                    removed += Files.deleteIfExists(file) ? 1 : 0;
                }
            }
            if (changed(folder).isBefore(before)) {
                removeIfEmpty(folder);
            }
        }
        return removed;
    }

    private static Optional<BlobId> blob(ChatId chat, Path file) {
        return BlobPaths.file(file)
                .flatMap(id -> BlobPaths.account(file).map(of -> new BlobId(chat, of, id)));
    }

    private List<Path> chatFolders() throws IOException {
        var folders = new ArrayList<Path>();
        for (Path shard : children(paths.root())) {
            folders.addAll(children(shard));
        }
        return folders;
    }

    private Instant begin(Path folder) throws IOException {
        Instant first = changed(folder);
        for (Path file : children(folder)) {
            Instant each = changed(file);
            first = each.isBefore(first) ? each : first;
        }
        return first;
    }

    /** A file that somebody removes meanwhile counts as changed now. */
    private Instant changed(Path file) throws IOException {
        return attributes(file)
                .map(found -> found.lastModifiedTime().toInstant())
                .orElseGet(clock::instant);
    }

    /** Empty if somebody removed it meanwhile. */
    private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Another file of the chat is there, or has just begun.
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }
}
