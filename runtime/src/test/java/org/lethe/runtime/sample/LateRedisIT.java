package org.lethe.runtime.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.VisitEvent.VisitStarted;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.event.EventSender;
import org.lethe.runtime.fixture.StartsUnready;
import org.lethe.stack.fixture.LetheInfrastructure;

/** A service that starts before Redis does. */
@StartsUnready
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@TestProfile(LateRedisIT.NobodyThere.class)
class LateRedisIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LETHE = "checks.find { it.name == 'lethe' }.data.";

    /**
     * Nothing listens yet. A profile, which has metrics of its own: those of a service that was
     * started before it would go on.
     */
    public static final class NobodyThere implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("%test.lethe.redis.uri", "redis://127.0.0.1:" + LateDoor.freePort());
        }
    }

    @ConfigProperty(name = "lethe.redis.uri")
    URI redis;

    @Inject EventSender sender;
    @Inject SampleConsumer consumer;

    @Test
    void isAliveAndReadyWhenItCan() throws IOException {
        VisitId visit = VisitId.mint("a0z9", new SecureRandom());
        sender.send(new VisitStarted(visit, new AccountId("acme")));
        given().get("/q/health/started").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(LETHE + "redis", equalTo(false))
                .body(LETHE + "'redis-obstacle'", equalTo("no-connection"))
                .body("checks.find { it.name == 'admission' }.data.gate", equalTo("store-away"));
        await().atMost(SOON)
                .untilAsserted(() ->
                        given().get("/q/metrics")
                                .then()
                                .body(
                                        containsString(
                                                "lethe_redis_obstacle{reason=\"no-connection\"} 1.0")));
        assertThat(consumer.visits).isEmpty();

        try (var _ =
                LateDoor.open(
                        redis.getPort(), URI.create(LetheInfrastructure.state().redis().uri()))) {
            await().atMost(SOON)
                    .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
            // What was told meanwhile has waited.
            await().atMost(SOON).until(() -> consumer.visits.contains(visit));
            await().atMost(SOON)
                    .untilAsserted(() ->
                            given().get("/q/metrics")
                                    .then()
                                    .body(containsString("lethe_admission_open 1.0")));
        }
    }
}
