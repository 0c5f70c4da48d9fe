package org.lethe.runtime.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.lethe.privacy.seal.KeyId;

/**
 * Tells by their ids which keys this process works with, and what is under older ones; it makes
 * nothing unready. {@code ./lethe keys} asks it before each step of a rotation.
 */
@Readiness
@ApplicationScoped
class KeyCheck implements HealthCheck {

    private final Secrets secrets;
    private final OlderRecords older;

    @Inject
    KeyCheck(Secrets secrets, OlderRecords older) {
        this.secrets = secrets;
        this.older = older;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("keys");
        secrets.loaded()
                .forEach((file, ids) ->
                        answer.withData(file, list(ids.all()))
                                .withData(file + ":primary", ids.primary().toString()));
        for (OlderRecords.Kind kind : older.kinds()) {
            kind.count().get().ifPresent(count -> answer.withData("older:" + kind.name(), count));
        }
        return answer.up().build();
    }

    private static String list(List<KeyId> keys) {
        return keys.stream().map(KeyId::toString).collect(Collectors.joining(" "));
    }
}
