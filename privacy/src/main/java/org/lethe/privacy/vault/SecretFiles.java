package org.lethe.privacy.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** Reads and writes Tink keysets as JSON files that only their owner can read. */
public final class SecretFiles {

    private SecretFiles() {}

    /** Any of the suite's keysets, for wrapping keys or for signing. */
    public static KeysetHandle keyset(Path file) {
        register();
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), InsecureSecretKeyAccess.get());
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
                            keyset, InsecureSecretKeyAccess.get());
            createPrivate(file);
            Files.writeString(file, json, StandardOpenOption.WRITE);
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
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink could not be set up", e);
        }
    }

    // With its permissions from the first moment, not set afterwards.
    private static void createPrivate(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
    }
}
