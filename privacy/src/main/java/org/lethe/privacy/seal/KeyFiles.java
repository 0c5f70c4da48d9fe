package org.lethe.privacy.seal;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The keysets in a folder, and the steps of a rotation. Each step replaces a file at once and can
 * be taken again after a crash; a process has the new keys once it is started again.
 *
 * <p>One at a time: two who rotate at once undo each other's step.
 */
public final class KeyFiles {

    private final Path folder;

    public KeyFiles(Path folder) {
        SecretFiles.register();
        this.folder = folder;
    }

    public boolean has(KeySet set) {
        return Files.exists(folder.resolve(set.file()));
    }

    /** Which keys a set has; throws {@link IllegalArgumentException} if its file is no keyset. */
    public KeyIds ids(KeySet set) {
        return KeyIds.of(keyset(set));
    }

    /** Adds a new key behind the primary: it reads, and makes nothing yet. */
    public KeyId add(KeySet set) {
        KeysetHandle changed =
                build(
                        KeysetHandle.newBuilder(keyset(set))
                                .addEntry(
                                        KeysetHandle.generateEntryFromParameters(set.parameters())
                                                .withRandomId()));
        write(set, changed);
        return KeyIds.of(changed).newest();
    }

    /** Has the newest key make what is new; the others read what they have made. */
    public void promoteNewest(KeySet set) {
        KeysetHandle.Builder changed = KeysetHandle.newBuilder(keyset(set));
        changed.getAt(changed.size() - 1).makePrimary();
        write(set, build(changed));
    }

    /** Removes the keys before the primary; what they have made is read by nobody any more. */
    public void removeOlder(KeySet set) {
        KeysetHandle.Builder changed = KeysetHandle.newBuilder(keyset(set));
        while (!changed.getAt(0).isPrimary()) {
            changed.deleteAt(0);
        }
        write(set, build(changed));
    }

    /**
     * Brings the public half up to date, of a set that has one: a crash may have come between the
     * two files.
     */
    public void publish(KeySet set) {
        if (set.file().equals(set.reading())) {
            return;
        }
        Path published = folder.resolve(set.reading());
        if (!Files.exists(published)
                || !KeyIds.of(SecretFiles.keyset(published)).equals(ids(set))) {
            SecretFiles.write(published, publicHalf(keyset(set)));
        }
    }

    private void write(KeySet set, KeysetHandle keyset) {
        SecretFiles.write(folder.resolve(set.file()), keyset);
        publish(set);
    }

    private KeysetHandle keyset(KeySet set) {
        return SecretFiles.keyset(folder.resolve(set.file()));
    }

    private static KeysetHandle publicHalf(KeysetHandle keyset) {
        try {
            return keyset.getPublicKeysetHandle();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset without a public half", e);
        }
    }

    private static KeysetHandle build(KeysetHandle.Builder builder) {
        try {
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset that can't be changed", e);
        }
    }
}
