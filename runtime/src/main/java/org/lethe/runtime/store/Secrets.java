package org.lethe.runtime.store;

import com.google.crypto.tink.KeysetHandle;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.lethe.privacy.seal.IndexKeys;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.KeyIds;
import org.lethe.privacy.seal.SecretFiles;
import org.lethe.privacy.seal.SuiteSecrets;

/** The suite's keys; a service needs only those files that it asks for. */
@Singleton
public class Secrets {

    private final Path directory;
    private final boolean isIndexing;
    private final Map<String, KeyIds> loaded = new ConcurrentSkipListMap<>();

    @Inject
    public Secrets(SecretsSettings settings) {
        this.directory = settings.directory();
        this.isIndexing = settings.index();
    }

    /** A keyset by its name in {@link SuiteSecrets}. */
    public KeysetHandle keyset(String name) {
        KeysetHandle keyset = SecretFiles.keyset(directory.resolve(name));
        loaded.put(name, KeyIds.of(keyset));
        return keyset;
    }

    /** Which keys this process works with, of each file that it has read. */
    Map<String, KeyIds> loaded() {
        return Map.copyOf(loaded);
    }

    /** Where a secret is that is no keyset, by its name in {@link SuiteSecrets}. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    IndexKeys indexKeys() {
        return isIndexing ? IndexKeys.of(keyset(SuiteSecrets.INDEX)) : IndexKeys.none();
    }

    KeyEncryption keyEncryption() {
        return KeyEncryption.of(keyset(SuiteSecrets.KEY_ENCRYPTION));
    }
}
