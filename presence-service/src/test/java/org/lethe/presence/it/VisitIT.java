package org.lethe.presence.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.presence.it.Site.Visit;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.dns.MadeUpHostNames;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(ShortVisits.class)
@TestProfile(VisitIT.OwnMetrics.class)
@WithTestResource(LetheInfrastructure.class)
class VisitIT {

    /** Built anew: the metrics of a service that was started before would go on. */
    public static final class OwnMetrics implements QuarkusTestProfile {}

    private static final String LONDON = "81.2.69.142";
    private static final String START = "https://acme.example/start?item=7";

    @Inject RedisStore redis;
    @Inject Vault vault;

    @TestHTTPResource("/")
    URI address;

    private String anna = "";
    private final Site acme = new Site("acme");

    @BeforeEach
    void haveAnAccount() {
        acme.with(false);
        // Signing in takes a while, which a visit of the test must not spend waiting.
        anna = TestTokens.of("anna@acme.example");
    }

    @Test
    void showsAVisitToOperatorsWithinASecond() {
        try (TestClient operator = watch(anna)) {
            operator.await("visitors");
            Visit first = acme.visit(START, LONDON);
            operator.awaitVisitor(first.id(), any -> true);
            Visit visit = acme.visit(START, LONDON);
            long opened = System.nanoTime();

            JsonNode view = operator.awaitVisitor(visit.id(), any -> true);

            assertThat(Duration.ofNanos(System.nanoTime() - opened))
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(view.path("url").textValue()).isEqualTo(START);
            assertThat(view.path("title").textValue()).isEqualTo("Start");
            assertThat(view.path("referrer").textValue())
                    .isEqualTo("https://search.example/?q=shoes");
            assertThat(view.path("browser").textValue()).isEqualTo("Firefox 128");
            assertThat(view.path("os").textValue()).isEqualTo("Linux");
            assertThat(view.path("details").path("plan").textValue()).isEqualTo("pro");
            assertThat(view.path("details").path("seats").textValue()).isEqualTo("3");
            assertThat(view.path("address").textValue()).isEqualTo(LONDON);
            assertThat(view.path("leaving").booleanValue()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "81.2.69.142, GB, Andrews & Arnold Ltd",
        "2a02:2e0:3fe:1001:302::, DE, Plus.line AG",
        "2607:f2c0::1, CA, 'TekSavvy Solutions, Inc.'"
    })
    void tellsPlaceNetworkAndHostName(String client, String country, String network) {
        Visit visit = acme.visit(START, client);
        try (TestClient operator = watch(anna)) {
            JsonNode view = operator.awaitVisitor(visit.id(), seen -> seen.has("host"));

            assertThat(view.path("countryCode").textValue()).isEqualTo(country);
            assertThat(view.path("zip").textValue()).isNotBlank();
            assertThat(view.path("network").textValue()).isEqualTo(network);
            assertThat(view.path("host").textValue())
                    .isEqualTo(MadeUpHostNames.of(InetAddress.ofLiteral(client)));
        }
    }

    @Test
    void opensAVisitWhateverItsPageAndItsGatewaySay() {
        try (TestClient operator = watch(anna)) {
            operator.await("visitors");
            String url = "https://acme.example/reset?token=SECRET&order=7&utm=" + "x".repeat(7_900);
            Visit visit = acme.visit(url + "#access_token=SECRET", "081.002.069.160");

            JsonNode view = operator.awaitVisitor(visit.id(), any -> true);

            assertThat(view.path("url").textValue())
                    .startsWith("https://acme.example/reset?token=***&order=***&utm=xxx")
                    .hasSize(PageUrl.MAX_LENGTH);
            assertThat(view.path("address").isMissingNode()).isTrue();
            assertThat(view.path("countryCode").isMissingNode()).isTrue();
        }
    }

    @Test
    void followsTheVisitorFromPageToPage() {
        Visit visit = acme.visit(START, LONDON);
        try (TestClient operator = watch(anna);
                TestClient page = arrive(visit)) {
            page.await("ready");
            page.send(Sockets.page("https://acme.example/basket?order=8"));

            JsonNode view =
                    operator.awaitVisitor(
                            visit.id(),
                            seen -> seen.path("url").textValue().endsWith("/basket?order=***"));
            assertThat(view.path("pages")).hasSize(2);
            assertThat(view.path("pages").get(0).path("url").textValue()).isEqualTo(START);
        }
    }

    @Test
    void showsDetailsThatTheSitePassesDuringTheVisit() {
        Visit visit = acme.visit(START, LONDON);
        try (TestClient operator = watch(anna);
                TestClient page = arrive(visit)) {
            page.await("ready");
            page.send("{\"type\":\"details\",\"details\":{\"seats\":4,\"basket\":\"360\"}}");

            JsonNode details =
                    operator.awaitVisitor(visit.id(), seen -> seen.path("details").has("basket"))
                            .path("details");
            assertThat(details.path("plan").textValue()).isEqualTo("pro");
            assertThat(details.path("seats").textValue()).isEqualTo("4");
            assertThat(details.path("basket").textValue()).isEqualTo("360");
        }
    }

    @Test
    void answersAPageThatIsNoneAndGoesOn() {
        try (TestClient page = arrive(acme.visit(START, LONDON))) {
            page.await("ready");
            page.send(Sockets.page("about:blank"));
            assertThat(page.await("error").path("code").textValue()).isEqualTo("malformed");

            page.send("{\"type\":\"heartbeat\"}");
            page.await("heartbeat");
        }
    }

    @Test
    void keepsNothingInClearInTheStore() {
        Visit visit = acme.visit(START, LONDON);
        VisitId id = new VisitId(visit.id());

        for (String slot : List.of("view", "addr")) {
            byte[] sealed = redis.keyspace().get(ScopeKeyNames.slot(id, slot)).orElseThrow();
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                    .doesNotContain("acme", "London", LONDON, "Firefox", "plan");
        }
    }

    @Test
    void neverKeepsAnAddressThatTheAccountHasRemoved() {
        Site globex = new Site("globex").with(true);
        String otto = TestTokens.of("otto@globex.example");
        Visit visit = globex.visit("https://globex.example/", LONDON);
        try (TestClient operator = watch(otto)) {
            JsonNode view = operator.awaitVisitor(visit.id(), any -> true);

            assertThat(view.has("address")).isFalse();
            assertThat(view.has("host")).isFalse();
            assertThat(view.path("countryCode").textValue()).isEqualTo("GB");
            assertThat(redis.keyspace().get(ScopeKeyNames.slot(new VisitId(visit.id()), "addr")))
                    .isEmpty();
        }
    }

    @Test
    void destroysAddressesWhenTheAccountBeginsToRemoveThem() {
        Visit visit = acme.visit(START, LONDON);
        VisitId id = new VisitId(visit.id());
        await().until(() -> redis.keyspace().get(ScopeKeyNames.slot(id, "addr")).isPresent());

        acme.with(true);

        await().until(() -> redis.keyspace().get(ScopeKeyNames.slot(id, "ka")).isEmpty());
        assertThat(redis.keyspace().get(ScopeKeyNames.slot(id, "addr"))).isEmpty();
    }

    @Test
    void countsWithoutNamingAnybody() {
        Visit visit = acme.visit(START, LONDON);
        try (TestClient page = arrive(visit)) {
            page.await("ready");
            visit.leave(acme).then().statusCode(204);
        }

        await().untilAsserted(() ->
                assertThat(RestAssured.get("/q/metrics").asString())
                        .contains("lethe_presence_visits_connected")
                        .doesNotContain(visit.id(), LONDON));
    }

    @Test
    void listsVisitorsToOperatorsWhoAsk() {
        Visit visit = acme.visit(START, LONDON);

        List<String> listed =
                RestAssured.given().auth().oauth2(anna).get("/v1/visitors").path("visitors.visit");

        assertThat(listed).contains(visit.id());
    }

    @Test
    void listsVisitorsPageByPage() {
        Set<String> visits = new HashSet<>();
        for (int at = 0; at < 3; at++) {
            visits.add(acme.visit(START, LONDON).id());
        }

        List<String> listed = new ArrayList<>();
        String next = null;
        do {
            var request = RestAssured.given().auth().oauth2(anna).queryParam("limit", 2);
            Response page =
                    (next == null ? request : request.queryParam("after", next))
                            .get("/v1/visitors");
            List<String> some = page.path("visitors.visit");
            assertThat(some).hasSizeLessThanOrEqualTo(2);
            listed.addAll(some);
            next = page.path("next");
        } while (next != null);

        assertThat(listed).doesNotHaveDuplicates().containsAll(visits);
    }

    private TestClient watch(String token) {
        return new Sockets(address).watch(token);
    }

    private TestClient arrive(Visit visit) {
        return new Sockets(address).arrive(acme, visit);
    }
}
