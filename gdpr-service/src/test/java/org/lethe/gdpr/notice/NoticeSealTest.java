package org.lethe.gdpr.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.request.RequestId;
import org.lethe.privacy.seal.EnvelopeCipher;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.SuiteSecrets;

class NoticeSealTest {

    @TempDir private Path folder;

    private final ErasureId request =
            new RequestId(UUID.randomUUID().toString()).scope(ACME, "t3st");
    private final Notice notice =
            new Notice(
                    ACME,
                    1,
                    2,
                    URI.create("https://privacy.acme.example/canary"),
                    "{\"request_status\":\"completed\"}");
    private NoticeSeal seal;

    @BeforeEach
    void keys() {
        seal = seal(folder.resolve("ours"));
    }

    @Test
    void sealsUrlAndBody() {
        assertThat(new String(sealed(), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary", "acme", "completed");
        assertThat(notice.toString()).doesNotContain("canary");
    }

    @Test
    void opensInItsPlaceAlone() {
        byte[] sealed = sealed();
        ErasureId other = new RequestId(UUID.randomUUID().toString()).scope(ACME, "t3st");

        assertThat(seal.open(request, 1, 2, sealed)).contains(notice);
        assertThat(seal.open(request, 1, 3, sealed)).isEmpty();
        assertThat(seal.open(request, 0, 2, sealed)).isEmpty();
        assertThat(seal.open(other, 1, 2, sealed)).isEmpty();
    }

    @Test
    void opensNothingThatIsNotOurs() {
        assertThat(seal(folder.resolve("theirs")).open(request, 1, 2, sealed())).isEmpty();
        for (int length : new int[] {0, 1, 2, 3, 60}) {
            assertThat(seal.open(request, 1, 2, new byte[length])).isEmpty();
        }
        assertThat(seal.open(request, 1, 2, new byte[] {-1, -1, 0})).isEmpty();
    }

    private byte[] sealed() {
        return (byte[]) seal.args(request, List.of(notice)).getLast();
    }

    private static NoticeSeal seal(Path secrets) {
        SuiteSecrets.generate(secrets);
        return new NoticeSeal(
                new EnvelopeCipher(
                        KeyEncryption.load(secrets.resolve(SuiteSecrets.KEY_ENCRYPTION))));
    }
}
