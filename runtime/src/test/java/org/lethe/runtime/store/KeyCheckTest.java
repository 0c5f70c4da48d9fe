package org.lethe.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.privacy.seal.KeyFiles;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.KeySet;
import org.lethe.privacy.seal.SuiteSecrets;

class KeyCheckTest {

    @TempDir private Path folder;

    @Test
    void tellsWhatThisProcessHasReadAndNotWhatLiesThereNow() {
        SuiteSecrets.generate(folder);
        var files = new KeyFiles(folder);
        KeyId first = files.ids(KeySet.KEK).primary();
        KeyId second = files.add(KeySet.KEK);
        var secrets = new Secrets(settings());
        var _ = secrets.keyEncryption();
        files.promoteNewest(KeySet.KEK);

        HealthCheckResponse answer = new KeyCheck(secrets, older()).call();

        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(answer.getData())
                .contains(
                        Map.of(
                                "kek.json",
                                first + " " + second,
                                "kek.json:primary",
                                first.toString(),
                                "older:account",
                                3L));
    }

    /** As many as a rotation leaves; and of a kind that this process has not counted. */
    private static OlderRecords older() {
        return new OlderRecords(
                List.of(
                        new OlderRecords.Kind("account", () -> OptionalInt.of(3)),
                        new OlderRecords.Kind("visit", OptionalInt::empty)));
    }

    private SecretsSettings settings() {
        return new SecretsSettings() {
            @Override
            public Path directory() {
                return folder;
            }

            @Override
            public boolean index() {
                return true;
            }
        };
    }
}
