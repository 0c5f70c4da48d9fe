package org.lethe.privacy.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lethe.privacy.vault.KeyEncryption;
import org.lethe.privacy.vault.SuiteSecrets;

/** Key-encryption keys for tests. */
public final class TestSecrets {

    private static final KeyEncryption SHARED = fresh();

    private TestSecrets() {}

    /** The same for all of a run: making one takes a moment. */
    public static KeyEncryption kek() {
        return SHARED;
    }

    public static KeyEncryption fresh() {
        try {
            Path folder = Files.createTempDirectory("lethe-secrets");
            SuiteSecrets.generate(folder);
            return KeyEncryption.load(folder.resolve(SuiteSecrets.KEY_ENCRYPTION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
