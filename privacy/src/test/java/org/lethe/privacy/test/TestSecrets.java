package org.lethe.privacy.test;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.lethe.privacy.seal.IndexKeys;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.KeyFiles;
import org.lethe.privacy.seal.KeySet;
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

    /** What a process has before a key becomes the primary, and after. */
    public static List<KeyEncryption> rotated() {
        Path folder = TempFolder.create("lethe-secrets");
        try {
            SuiteSecrets.generate(folder);
            var files = new KeyFiles(folder);
            files.add(KeySet.KEK);
            KeyEncryption before = KeyEncryption.load(folder.resolve(SuiteSecrets.KEY_ENCRYPTION));
            files.promoteNewest(KeySet.KEK);
            return List.of(before, KeyEncryption.load(folder.resolve(SuiteSecrets.KEY_ENCRYPTION)));
        } finally {
            TempFolder.delete(folder);
        }
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
