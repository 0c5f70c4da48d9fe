package org.lethe.privacy.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Objects;

/** Reads and writes Tink keysets as JSON files that only their owner can read. */
public final class SecretFiles {

    private SecretFiles() {}

    /** Any of the suite's keysets, for wrapping keys, for signing or for the index. */
    public static KeysetHandle keyset(Path file) {
        register();
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new UncheckedIOException("a secret file can't be read", e);
        } catch (GeneralSecurityException e) {
            // The cause may quote the file.
            throw new IllegalArgumentException("not a keyset: " + file.getFileName());
        }
    }

    static void write(Path file, KeysetHandle keyset) {
        try {
            String json =
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            writePrivate(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a secret file can't be written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset that can't be written", e);
        }
    }

    static void register() {
        try {
            AeadConfig.register();
            JwtSignatureConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink could not be set up", e);
        }
    }

    /** At once and on the disk: a crash leaves no half of a keyset that nobody would replace. */
    static void writePrivate(Path file, String json) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path part = Files.createTempFile(folder, file.getFileName() + ".", ".part", ownersAlone());
        try {
            Files.writeString(part, json, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            if (isPosix() && Files.exists(file)) {
                // Whoever could read the old one can read the new one, and nobody else.
                PosixFileAttributes old = Files.readAttributes(file, PosixFileAttributes.class);
                var changed = Files.getFileAttributeView(part, PosixFileAttributeView.class);
                changed.setOwner(old.owner());
                changed.setGroup(old.group());
                changed.setPermissions(old.permissions());
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    // With its permissions from the first moment, not set afterwards.
    private static FileAttribute<?>[] ownersAlone() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
