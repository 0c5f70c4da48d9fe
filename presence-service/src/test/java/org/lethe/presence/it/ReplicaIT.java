package org.lethe.presence.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.WireFormat;
import org.lethe.presence.it.Site.Visit;
import org.lethe.stack.fixture.HeapDump;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.Replica;
import org.lethe.stack.fixture.TestTokens;

/** A second replica in a process of its own, on the same Redis and Kafka. */
@QuarkusTest
@WithTestResource(ShortVisits.class)
@WithTestResource(LetheInfrastructure.class)
class ReplicaIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI address;

    @TempDir static Path folder;

    private static @Nullable Replica shared;

    private String anna = "";
    private final Site acme = new Site("acme");

    @BeforeEach
    void haveAnAccount() {
        acme.with(false);
        // Signing in takes a while, which a visit of the test must not spend waiting.
        anna = TestTokens.of("anna@acme.example");
    }

    @AfterAll
    static void stop() {
        if (shared != null) {
            shared.close();
        }
    }

    @Test
    void showsVisitsOfOneReplicaToOperatorsOfAnother() {
        Replica other = other();
        try (TestClient operator = watch(other)) {
            operator.await("visitors");
            Visit visit = acme.visit("https://acme.example/", "192.0.2.1");
            operator.awaitVisitor(visit.id(), any -> true);

            try (TestClient here = arrive(visit, socket(visit.path()));
                    TestClient there = arrive(visit, other.socket(visit.path()))) {
                here.await("ready");
                there.await("ready");
                there.keepAlive();
                here.close();
                there.send("{\"type\":\"page\",\"url\":\"https://acme.example/after\"}");
                JsonNode view =
                        operator.awaitVisitor(
                                visit.id(),
                                seen -> seen.path("url").textValue().endsWith("/after"));
                assertThat(view.path("leaving").booleanValue()).isFalse();
            }
            operator.awaitVisitor(visit.id(), seen -> seen.path("leaving").booleanValue());
            operator.awaitGone(visit.id());
        }
    }

    @Test
    void marksVisitorsOfADeadReplicaAsLeaving() {
        try (Replica doomed = start("doomed.log")) {
            Visit visit = acme.visit("https://acme.example/", "192.0.2.1");
            try (TestClient operator =
                            TestClient.greet(
                                    socket("v1/visitors/socket"), ShortVisits.CONSOLE, anna);
                    TestClient page = arrive(visit, doomed.socket(visit.path()))) {
                page.await("ready");
                doomed.kill();

                operator.awaitVisitor(visit.id(), seen -> seen.path("leaving").booleanValue());
                operator.awaitGone(visit.id());
            }
        }
    }

    @Test
    void keepsNothingOfAVisitInLiveMemoryAfterItsEnd() throws Exception {
        Map<String, String> canaries = canaries();
        Replica other = other();
        try (TestClient operator = watch(other)) {
            operator.await("visitors");
            Visit visit = openAt(other, canaries);
            try (TestClient page =
                    TestClient.greet(
                            other.socket(visit.path()),
                            acme.origin(),
                            visit.token(),
                            canaries.getOrDefault("address", ""))) {
                page.await("ready");
                page.keepAlive();
                page.send(
                        "{\"type\":\"page\",\"url\":\"https://acme.example/"
                                + canaries.get("second page")
                                + "\",\"title\":\""
                                + canaries.get("second title")
                                + "\"}");
                operator.awaitVisitor(
                        visit.id(),
                        seen ->
                                seen.has("host")
                                        && seen.toString().contains(canaries.get("second page")));
                Map<String, String> alive = new LinkedHashMap<>(canaries);
                alive.put("visit", visit.id());
                // Even now everything personal is in the store alone, sealed.
                assertThat(found(other, alive)).containsOnlyKeys("visit");
            }
            operator.awaitGone(visit.id());
        }

        assertThat(found(other, canaries)).isEmpty();
    }

    private static Map<String, String> found(Replica other, Map<String, String> needles) {
        HeapDump heap = other.heap(folder);
        Map<String, String> found = new LinkedHashMap<>(needles);
        found.values().removeIf(needle -> !heap.holds(needle));
        return found;
    }

    private static Map<String, String> canaries() {
        Map<String, String> canaries = new LinkedHashMap<>();
        for (String field :
                List.of(
                        "page",
                        "title",
                        "referrer",
                        "detail",
                        "value",
                        "consent",
                        "browser",
                        "second page",
                        "second title")) {
            canaries.put(
                    field,
                    "canary"
                            + Long.toString(
                                    ThreadLocalRandom.current().nextLong(1L << 50, 1L << 60), 36));
        }
        int last = ThreadLocalRandom.current().nextInt(10, 250);
        canaries.put("address", "198.51.100." + last);
        canaries.put("host", "host-198-51-100-" + last);
        return canaries;
    }

    private Visit openAt(Replica replica, Map<String, String> canaries)
            throws IOException, InterruptedException {
        Map<String, Object> body =
                Map.of(
                        "account", "acme",
                        "page",
                                Map.of(
                                        "url",
                                        "https://acme.example/" + canaries.get("page"),
                                        "title",
                                        canaries.get("title")),
                        "referrer", "https://search.example/?q=" + canaries.get("referrer"),
                        "details", Map.of(canaries.get("detail"), canaries.get("value")),
                        "consent",
                                Map.of(
                                        "text",
                                        canaries.get("consent"),
                                        "at",
                                        "2026-01-01T10:00:00Z"));
        HttpResponse<String> answer =
                HTTP.send(
                        HttpRequest.newBuilder(replica.http("v1/visits"))
                                .header("Content-Type", "application/json")
                                .header("Origin", acme.origin())
                                .header("User-Agent", "Firefox/128 " + canaries.get("browser"))
                                .header("Referer", "https://acme.example/" + canaries.get("page"))
                                .header("X-Forwarded-For", canaries.get("address"))
                                .POST(BodyPublishers.ofString(json(body)))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode opened = WireFormat.mapper().readTree(answer.body());
        return new Visit(opened.path("visit").textValue(), opened.path("token").textValue());
    }

    private static String json(Object value) throws JsonProcessingException {
        return WireFormat.mapper().writeValueAsString(value);
    }

    private static Replica other() {
        Replica started = shared;
        if (started == null) {
            started = start("replica.log");
            shared = started;
        }
        return started;
    }

    private static Replica start(String log) {
        return Replica.start(folder.resolve(log), new ShortVisits().start());
    }

    private TestClient watch(Replica replica) {
        return TestClient.greet(replica.socket("v1/visitors/socket"), ShortVisits.CONSOLE, anna);
    }

    private TestClient arrive(Visit visit, URI socket) {
        return TestClient.greet(socket, acme.origin(), visit.token());
    }

    private URI socket(String path) {
        return URI.create(address.toString().replaceFirst("^http", "ws")).resolve("/" + path);
    }
}
