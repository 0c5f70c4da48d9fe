package org.lethe.privacy.test;

import java.nio.file.Path;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.SuiteSecrets;

/** Key-encryption keys for tests. */
public final class TestSecrets {

    private static final KeyEncryption SHARED = fresh();

    private TestSecrets() {}

    /** The same for all of a run: making one takes a moment. */
    public static KeyEncryption kek() {
        return SHARED;
    }

    public static KeyEncryption fresh() {
        Path folder = TempFolder.create("lethe-secrets");
        try {
            SuiteSecrets.generate(folder);
            return KeyEncryption.load(folder.resolve(SuiteSecrets.KEY_ENCRYPTION));
        } finally {
            TempFolder.delete(folder);
        }
    }
}
