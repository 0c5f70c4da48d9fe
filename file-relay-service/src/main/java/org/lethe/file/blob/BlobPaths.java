package org.lethe.file.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.runtime.blob.BlobPlace;

/** The names in the folder: ids only, none of which a caller can choose. */
record BlobPaths(Path root) {

    static final String DRAFT = ".part";

    static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<PosixFilePermission> OWNER =
            PosixFilePermissions.fromString("rwx------");

    /** Makes the folder, or takes away what others may do in one that is there. */
    static BlobPaths in(Path directory) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        Files.createDirectories(root, PosixFilePermissions.asFileAttribute(OWNER));
        Files.setPosixFilePermissions(root, OWNER);
        return new BlobPaths(root);
    }

    Path of(ChatId chat) {
        return BlobPlace.of(root, chat);
    }

    Path of(BlobId blob) {
        return BlobPlace.of(root, blob.chat(), blob.account(), blob.file());
    }

    Path make(ChatId chat) throws IOException {
        return Files.createDirectories(of(chat), PosixFilePermissions.asFileAttribute(OWNER));
    }

    static boolean isDraft(Path file) {
        return file.getFileName().toString().endsWith(DRAFT);
    }

    static Optional<ChatId> chat(Path folder) {
        return id(folder, 0, ChatId::of);
    }

    static Optional<FileId> file(Path file) {
        return isDraft(file) ? Optional.empty() : id(file, 0, FileId::of);
    }

    static Optional<AccountId> account(Path file) {
        return id(file, 1, AccountId::of);
    }

    /** A part of a name, or empty if it is not one of ours. */
    private static <T> Optional<T> id(Path path, int part, Function<String, T> form) {
        String[] parts = path.getFileName().toString().split("\\.", -1);
        try {
            return parts.length <= part ? Optional.empty() : Optional.of(form.apply(parts[part]));
        } catch (InvalidIdException e) {
            return Optional.empty();
        }
    }
}
