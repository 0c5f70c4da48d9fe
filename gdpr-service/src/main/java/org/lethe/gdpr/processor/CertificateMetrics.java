package org.lethe.gdpr.processor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** For how long controllers can verify what is signed. */
@ApplicationScoped
class CertificateMetrics implements MeterBinder {

    private final MessageSigner signer;

    CertificateMetrics(MessageSigner signer) {
        this.signer = signer;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder(
                        "lethe.opendsr.certificate.left",
                        signer,
                        TimeUnit.SECONDS,
                        it -> it.left().toSeconds())
                .description("For how long the certificate of OpenDSR is valid")
                .register(registry);
    }
}
