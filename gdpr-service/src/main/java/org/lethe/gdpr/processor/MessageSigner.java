package org.lethe.gdpr.processor;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.runtime.store.Secrets;

/**
 * Signs the raw bytes of OpenDSR's messages by the key of the processor's certificate, which is
 * read at start and refused if it is not the domain's.
 */
@ApplicationScoped
@Startup
public class MessageSigner {

    private static final Log LOG = Log.of(MessageSigner.class);

    private final ProcessorCertificate certificate;
    private final Clock clock;

    @Inject
    MessageSigner(Secrets secrets, OpenDsrSettings settings, Clock clock) {
        this(
                ProcessorCertificate.read(
                        secrets.file(SuiteSecrets.OPENDSR_CERTIFICATE),
                        secrets.file(SuiteSecrets.OPENDSR_KEY),
                        settings.domain()),
                clock);
    }

    MessageSigner(ProcessorCertificate certificate, Clock clock) {
        this.certificate = certificate;
        this.clock = clock;
        if (!left().isPositive()) {
            LOG.error("The certificate of OpenDSR has expired; nobody can verify what is signed");
        }
    }

    /** The value of {@code X-OpenDSR-Signature} for these bytes. */
    public String sign(byte[] message) {
        return Base64.getEncoder().encodeToString(certificate.sign(message));
    }

    /** The certificate and those above it, in PEM. */
    String chain() {
        return certificate.pem();
    }

    /** For how long the certificate is valid; negative once it has expired. */
    Duration left() {
        return Duration.between(clock.instant(), certificate.expires());
    }
}
