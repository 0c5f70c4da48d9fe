package org.lethe.runtime.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.fixture.StartsUnready;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestSettings;
import org.lethe.stack.fixture.TestTokens;

/** A service that starts while Kafka and Keycloak are away. */
@StartsUnready
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(AwayIT.NobodyThere.class)
class AwayIT {

    /** Nothing listens on port 1. */
    public static final class NobodyThere extends TestSettings {

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "kafka.bootstrap.servers", "localhost:1",
                    "quarkus.oidc.auth-server-url", "http://localhost:1/realms/lethe");
        }
    }

    private static final ChatId CHAT = ChatId.mint("a0z9", new SecureRandom());

    @Inject TokenIssuer issuer;

    @TestHTTPResource("/")
    URI address;

    @Test
    void startsAndIsNotReady() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'lethe' }.data.redis", equalTo(true))
                .body("checks.find { it.name == 'lethe' }.data.topics", equalTo(false))
                .body("checks.find { it.name == 'lethe' }.data.accounts", equalTo(false));
    }

    @Test
    void knowsVisitorsAllTheSame() {
        VisitId visit = VisitId.mint("a0z9", new SecureRandom());
        String token = issuer.visitToken(new AccountId("acme"), visit).value();

        given().auth().oauth2(token).get("/v1/sample/visitor").then().statusCode(200);
    }

    @Test
    void cannotSayWhetherAPageMayCall() {
        given().header("Origin", "https://shop.example")
                .get("/v1/sample/visitor")
                .then()
                .statusCode(503)
                .body("code", equalTo("unavailable"));
        URI socket =
                URI.create(
                        address.toString().replace("http", "ws") + "v1/sample/" + CHAT + "/socket");
        assertThatThrownBy(() -> TestClient.open(socket, "https://shop.example"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(503));
    }

    @Test
    void cannotSayWhetherAnOperatorsTokenIsValid() {
        given().auth()
                .oauth2(TestTokens.of("anna@acme.example"))
                .get("/v1/sample/operator")
                .then()
                .statusCode(503)
                .body("code", equalTo("unavailable"));
    }
}
