package org.lethe.gdpr.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorCertificateTest {

    private static final byte[] BODY =
            "{\"request_status\":\"completed\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir private static Path folder;
    private static TestCertificate own;
    private static TestCertificate other;

    @BeforeAll
    static void make() {
        own = TestCertificate.in(folder);
        other = TestCertificate.of("other.example", folder);
    }

    @Test
    void signsAsAForeignClientVerifies() {
        String signature = own.signer().sign(BODY);

        assertThat(ForeignClient.trusts(own.chain(), "lethe.example", BODY, signature)).isTrue();
        byte[] changed = BODY.clone();
        changed[3] ^= 1;
        assertThat(ForeignClient.trusts(own.chain(), "lethe.example", changed, signature))
                .isFalse();
        assertThat(ForeignClient.trusts(own.chain(), "other.example", BODY, signature)).isFalse();
    }

    @Test
    void refusesACertificateOfAnotherDomain() {
        refuses(other.certificate(), other.key(), "is not for lethe.opendsr.domain");
    }

    @Test
    void refusesTheKeyOfAnotherCertificate() {
        refuses(own.certificate(), other.key(), "is not for the key in opendsr-key.pem");
    }

    @Test
    void refusesAChainThatIsNone() throws IOException {
        Path both = folder.resolve("both.pem");
        Files.writeString(
                both, Files.readString(own.certificate()) + Files.readString(other.certificate()));

        refuses(both, own.key(), "each certificate must be issued by the next");
    }

    @Test
    void namesTheFileThatIsMissingOrUnreadable() throws IOException {
        Path none = folder.resolve("none.pem");
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");

        refuses(none, own.key(), "opendsr-certificate.pem can't be read");
        refuses(own.certificate(), none, "opendsr-key.pem can't be read");
        refuses(nonsense, own.key(), "opendsr-certificate.pem");
        refuses(own.certificate(), nonsense, "openssl pkcs8 -topk8");
    }

    @Test
    void publishesNoKeyThatStandsInTheSameFile() throws IOException {
        assertThat(own.chain())
                .startsWith("-----BEGIN CERTIFICATE-----")
                .isEqualTo(Files.readString(own.certificate()))
                .doesNotContain("PRIVATE");
    }

    @Test
    void goesOnWhenItHasExpired() {
        var certificate = ProcessorCertificate.read(own.certificate(), own.key(), "lethe.example");
        Instant after = certificate.expires().plusSeconds(60);

        var signer = new MessageSigner(certificate, Clock.fixed(after, ZoneOffset.UTC));

        assertThat(signer.left()).isEqualTo(Duration.ofMinutes(-1));
        assertThat(signer.sign(BODY)).isNotEmpty();
    }

    private static void refuses(Path certificate, Path key, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcessorCertificate.read(certificate, key, "lethe.example"))
                .withMessageContaining(message);
    }
}
