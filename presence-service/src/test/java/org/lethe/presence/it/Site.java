package org.lethe.presence.it;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.fixture.TestAccounts;

/** A customer's website: its account, and its pages' requests. */
final class Site {

    static final Map<String, Object> CONSENT =
            Map.of("text", "Yes, show me to the operators.", "at", "2026-01-01T10:00:00Z");

    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private final String account;

    Site(String account) {
        this.account = account;
    }

    String account() {
        return account;
    }

    String origin() {
        return "https://" + account + ".example";
    }

    /** Makes the account's settings such as the test needs them. */
    Site with(boolean removeAddress) {
        TestAccounts.publish(
                new AccountId(account),
                Map.of(
                        "allowedOrigins",
                        Set.of(origin()),
                        "removeAddress",
                        removeAddress,
                        "hiddenParameters",
                        Set.of("order")));
        // New data is accepted as soon as the service has looked at its store.
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> openVisit(origin() + "/", "192.0.2.1").then().statusCode(201));
        return this;
    }

    /** A page that was opened by somebody behind the gateway. */
    RequestSpecification page(String forwardedFor) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Origin", origin())
                .header("User-Agent", FIREFOX)
                .header("X-Forwarded-For", forwardedFor);
    }

    Map<String, Object> opening(String url) {
        return Map.of(
                "account",
                account,
                "page",
                Map.of("url", url, "title", "Start"),
                "referrer",
                "https://search.example/?q=shoes",
                "details",
                Map.of("plan", "pro", "seats", 3),
                "consent",
                CONSENT);
    }

    Response openVisit(String url, String forwardedFor) {
        return page(forwardedFor).body(opening(url)).post("/v1/visits");
    }

    /** Opens a visit and gives what the page got. */
    Visit visit(String url, String forwardedFor) {
        Response answer = openVisit(url, forwardedFor);
        answer.then().statusCode(201);
        return new Visit(answer.path("visit"), answer.path("token"));
    }

    record Visit(String id, String token) {

        String path() {
            return "v1/visits/" + id + "/socket";
        }

        Response leave(Site site) {
            return RestAssured.given()
                    .contentType("text/plain;charset=UTF-8")
                    .header("Origin", site.origin())
                    .body("{\"token\":\"" + token + "\"}")
                    .post("/v1/visits/" + id + "/leave");
        }
    }
}
