package org.lethe.privacy.test;

import java.nio.file.Path;
import java.util.function.Function;
import org.lethe.privacy.seal.IndexKeys;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.SuiteSecrets;

/** Keys for tests. */
public final class TestSecrets {

    private static final KeyEncryption SHARED = fresh();
    private static final IndexKeys SHARED_INDEX = freshIndex();

    private TestSecrets() {}

    /** The same for all of a run: making one takes a moment. */
    public static KeyEncryption kek() {
        return SHARED;
    }

    /** The same for all of a run. */
    public static IndexKeys index() {
        return SHARED_INDEX;
    }

    public static KeyEncryption fresh() {
        return fresh(SuiteSecrets.KEY_ENCRYPTION, KeyEncryption::load);
    }

    public static IndexKeys freshIndex() {
        return fresh(SuiteSecrets.INDEX, IndexKeys::load);
    }

    private static <T> T fresh(String file, Function<Path, T> load) {
        Path folder = TempFolder.create("lethe-secrets");
        try {
            SuiteSecrets.generate(folder);
            return load.apply(folder.resolve(file));
        } finally {
            TempFolder.delete(folder);
        }
    }
}
