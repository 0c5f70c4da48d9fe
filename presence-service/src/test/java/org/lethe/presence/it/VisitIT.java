package org.lethe.presence.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.it.Site.Visit;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountWriter;
import org.lethe.stack.dns.HostNames;
import org.lethe.stack.test.LetheInfrastructure;
import org.lethe.stack.test.TestTokens;

@QuarkusTest
@TestProfile(ShortVisits.class)
@WithTestResource(LetheInfrastructure.class)
class VisitIT {

    private static final String LONDON = "81.2.69.142";
    private static final String START = "https://acme.example/start?item=7";

    @Inject AccountWriter writer;
    @Inject AccountDirectory directory;
    @Inject RedisStore redis;
    @Inject Vault vault;

    @TestHTTPResource("/")
    URI address;

    private final Site acme = new Site("acme");

    @BeforeEach
    void haveAnAccount() {
        acme.with(false, writer, directory);
    }

    @Test
    void showsAVisitToOperatorsWithinASecond() {
        try (TestClient operator = watch("anna@acme.example")) {
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
        try (TestClient operator = watch("anna@acme.example")) {
            JsonNode view = operator.awaitVisitor(visit.id(), seen -> seen.has("host"));

            assertThat(view.path("countryCode").textValue()).isEqualTo(country);
            assertThat(view.path("zip").textValue()).isNotBlank();
            assertThat(view.path("network").textValue()).isEqualTo(network);
            assertThat(view.path("host").textValue())
                    .isEqualTo(HostNames.of(InetAddress.ofLiteral(client)));
        }
    }

    @Test
    void followsTheVisitorFromPageToPage() {
        Visit visit = acme.visit(START, LONDON);
        try (TestClient operator = watch("anna@acme.example");
                TestClient page = arrive(visit)) {
            page.await("ready");
            page.send(page("https://acme.example/basket"));

            JsonNode view =
                    operator.awaitVisitor(
                            visit.id(), seen -> seen.path("url").textValue().endsWith("/basket"));
            assertThat(view.path("pages")).hasSize(2);
            assertThat(view.path("pages").get(0).path("url").textValue()).isEqualTo(START);
        }
    }

    @Test
    void answersAPageThatIsNoneAndGoesOn() {
        try (TestClient page = arrive(acme.visit(START, LONDON))) {
            page.await("ready");
            page.send(page("about:blank"));
            assertThat(page.await("error").path("code").textValue()).isEqualTo("malformed");

            page.send("{\"type\":\"heartbeat\"}");
            page.await("heartbeat");
        }
    }

    @Test
    void isLeavingWithoutASocketAndTheSameVisitWhenBackInTime() {
        Visit visit = acme.visit(START, LONDON);
        try (TestClient operator = watch("anna@acme.example")) {
            try (TestClient page = arrive(visit)) {
                page.await("ready");
            }
            operator.awaitVisitor(visit.id(), seen -> seen.path("leaving").booleanValue());

            try (TestClient back = arrive(visit)) {
                back.await("ready");
                operator.awaitVisitor(visit.id(), seen -> !seen.path("leaving").booleanValue());
            }
        }
    }

    @Test
    void staysWhileAnotherTabIsOpen() {
        Visit visit = acme.visit(START, LONDON);
        try (TestClient operator = watch("anna@acme.example");
                TestClient staying = arrive(visit)) {
            staying.await("ready");
            try (TestClient closing = arrive(visit)) {
                closing.await("ready");
                visit.leave(acme).then().statusCode(204);
            }
            staying.send(page("https://acme.example/after"));

            JsonNode view =
                    operator.awaitVisitor(
                            visit.id(), seen -> seen.path("url").textValue().endsWith("/after"));
            assertThat(view.path("leaving").booleanValue()).isFalse();
        }
    }

    @Test
    void isLeavingAfterABeaconThatComesBeforeTheSocketCloses() {
        Visit visit = acme.visit(START, LONDON);
        try (TestClient operator = watch("anna@acme.example");
                TestClient page = arrive(visit)) {
            page.await("ready");

            visit.leave(acme).then().statusCode(204);

            operator.awaitVisitor(visit.id(), seen -> seen.path("leaving").booleanValue());
        }
    }

    @Test
    void isDestroyedAfterItsLifetimeAndLeavesNothing() {
        Visit visit = acme.visit(START, LONDON);
        try (TestClient operator = watch("anna@acme.example")) {
            operator.awaitVisitor(visit.id(), any -> true);

            operator.awaitGone(visit.id());

            VisitId id = new VisitId(visit.id());
            assertThat(vault.lookup(id)).isInstanceOf(Lookup.Destroyed.class);
            for (String slot : List.of("kc", "ka", "m", "view", "addr")) {
                assertThat(redis.get(slot.equals("m") ? "none" : ScopeKeyNames.slot(id, slot)))
                        .isEmpty();
            }
            assertThat(redis.hash(ScopeKeyNames.meta(id))).isEmpty();
            assertThat(vault.openScopes(ScopeKind.VISIT, new AccountId("acme"))).doesNotContain(id);
            try (TestClient late = arrive(visit)) {
                assertThat(late.closeCode()).isEqualTo(ErrorCode.SCOPE_DESTROYED.closeCode());
            }
        }
    }

    @Test
    void livesOnWithHeartbeats() {
        Visit visit = acme.visit(START, LONDON);
        VisitId id = new VisitId(visit.id());
        try (TestClient page = arrive(visit)) {
            page.await("ready");
            long end = System.nanoTime() + Duration.ofSeconds(9).toNanos();

            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        page.send("{\"type\":\"heartbeat\"}");
                        page.await("heartbeat");
                        return System.nanoTime() > end;
                    });

            assertThat(vault.lookup(id)).isInstanceOf(Lookup.Open.class);
            assertThat(redis.life(ScopeKeyNames.slot(id, "view")))
                    .hasValueSatisfying(
                            life -> assertThat(life).isLessThan(Duration.ofSeconds(16)));
        }
    }

    @Test
    void isLeavingWhenItsPageFallsSilent() {
        Visit visit = acme.visit(START, LONDON);
        try (TestClient operator = watch("anna@acme.example");
                TestClient page = arrive(visit)) {
            page.await("ready");

            operator.awaitVisitor(visit.id(), seen -> seen.path("leaving").booleanValue());
            assertThat(page.closeCode()).isEqualTo(ErrorCode.UNAVAILABLE.closeCode());
        }
    }

    @Test
    void keepsNothingInClearInTheStore() {
        Visit visit = acme.visit(START, LONDON);
        VisitId id = new VisitId(visit.id());

        for (String slot : List.of("view", "addr")) {
            byte[] sealed = redis.get(ScopeKeyNames.slot(id, slot)).orElseThrow();
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                    .doesNotContain("acme", "London", LONDON, "Firefox", "plan");
        }
    }

    @Test
    void neverKeepsAnAddressThatTheAccountHasRemoved() {
        Site globex = new Site("globex").with(true, writer, directory);
        Visit visit = globex.visit("https://globex.example/", LONDON);
        try (TestClient operator = watch("otto@globex.example")) {
            JsonNode view = operator.awaitVisitor(visit.id(), any -> true);

            assertThat(view.has("address")).isFalse();
            assertThat(view.has("host")).isFalse();
            assertThat(view.path("countryCode").textValue()).isEqualTo("GB");
            assertThat(redis.get(ScopeKeyNames.slot(new VisitId(visit.id()), "addr"))).isEmpty();
        }
    }

    @Test
    void destroysAddressesWhenTheAccountBeginsToRemoveThem() {
        Visit visit = acme.visit(START, LONDON);
        VisitId id = new VisitId(visit.id());
        await().until(() -> redis.get(ScopeKeyNames.slot(id, "addr")).isPresent());

        acme.with(true, writer, directory);

        await().until(() -> redis.get(ScopeKeyNames.slot(id, "ka")).isEmpty());
        assertThat(redis.get(ScopeKeyNames.slot(id, "addr"))).isEmpty();
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
                RestAssured.given()
                        .auth()
                        .oauth2(TestTokens.of("anna@acme.example"))
                        .get("/v1/visitors")
                        .path("visitors.visit");

        assertThat(listed).contains(visit.id());
    }

    private TestClient watch(String user) {
        return TestClient.greet(
                socket("v1/visitors/socket"), ShortVisits.CONSOLE, TestTokens.of(user));
    }

    private TestClient arrive(Visit visit) {
        return TestClient.greet(socket(visit.path()), acme.origin(), visit.token());
    }

    private URI socket(String path) {
        return URI.create(address.toString().replaceFirst("^http", "ws")).resolve("/" + path);
    }

    private static String page(String url) {
        return "{\"type\":\"page\",\"url\":\"" + url + "\",\"title\":\"Next\"}";
    }
}
