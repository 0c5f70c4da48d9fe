package org.lethe.runtime.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lethe.privacy.redis.RedisStore;

/**
 * Tells why no new personal data is accepted. The service is ready all the same: what lives already
 * goes on.
 */
@Readiness
@ApplicationScoped
class AdmissionCheck implements HealthCheck {

    private final AdmissionGate gate;
    private final RedisStore store;

    @Inject
    AdmissionCheck(AdmissionGate gate, RedisStore store) {
        this.gate = gate;
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("admission")
                .withData("gate", gate.closedBy().map(AdmissionCheck::code).orElse("open"))
                .withData(
                        "redis",
                        gate.findings().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")))
                .withData("silent-nodes", store.silentNodes())
                .up()
                .build();
    }

    private static String code(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
