package org.lethe.runtime.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class FrameDurationsIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountId SHOP = new AccountId("shop-" + RANDOM.nextLong(Long.MAX_VALUE));
    private static final String SITE = "https://" + SHOP + ".example";
    private static final VisitId VISIT = VisitId.mint("a0z9", RANDOM);
    private static final ChatId CHAT = ChatId.mint("a0z9", RANDOM);

    @Inject TokenIssuer issuer;

    @TestHTTPResource("/")
    URI address;

    /** By what was sent and what became of it, and nothing else. */
    @Test
    void countsFramesByTypeAndOutcome() {
        TestAccounts.publish(SHOP, Map.of("allowedOrigins", Set.of(SITE)));
        TestClient client = TestClient.open(socket(), SITE);
        String token = issuer.participantToken(SHOP, CHAT, VISIT).value();
        client.send("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
        assertThat(client.next()).contains("\"type\":\"ready\"");
        client.send("{\"type\":\"typing\",\"on\":true}");
        client.next();
        client.send("{\"type\":\"dance\",\"with\":\"zacharias\"}");
        client.next();
        client.close();

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(RestAssured.get("/q/metrics").asString())
                                .containsPattern(bucket("typing", "done"))
                                .containsPattern(bucket("other", "refused"))
                                .containsPattern("http_server_requests_seconds_bucket.*le=\"0.01\"")
                                .doesNotContain("dance", "zacharias"));
    }

    private URI socket() {
        String base = address.toString().replace("http", "ws");
        return URI.create(base + "v1/sample/" + CHAT + "/socket");
    }

    private static Pattern bucket(String frame, String outcome) {
        return Pattern.compile(
                "lethe_frames_seconds_bucket\\{frame=\"%s\",outcome=\"%s\",socket=\"chat\",le=\"10\\.0\"} [1-9]"
                        .formatted(frame, outcome));
    }
}
