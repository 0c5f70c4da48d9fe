package org.lethe.stack.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lethe.privacy.pause.Backoff;
import org.lethe.stack.keycloak.RealmTokens;
import org.lethe.stack.process.Http;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Resource;

/**
 * Creates the demo accounts at the suite, over the interface that support staff use.
 *
 * @param client trusts the gateway, if that speaks TLS
 * @param site the origin that may have the widget of either account
 */
public record DemoAccounts(HttpClient client, URI gateway, RealmTokens tokens, URI site) {

    /** The accounts' ids; the same organizations are in the local realm. */
    public static final List<String> IDS = List.of("acme", "globex");

    /** The site of Globex alone: known to the suite, and no page of Acme's. */
    public static final URI GLOBEX_SITE = URI.create("https://shop.globex.example");

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** One path of each service that looks at origins before anything else. */
    private static final List<String> EVERYWHERE =
            List.of("/v1/visits", "/v1/chats", "/v1/chats/any/files", "/v1/me");

    /** Creates those that are not there, and waits until the services know them. */
    public void create() {
        String token = tokens.ofStaff();
        for (JsonNode account : accounts()) {
            until("create " + account.get("id").textValue(), () -> create(account, token));
        }
        for (URI page : List.of(site, GLOBEX_SITE)) {
            EVERYWHERE.forEach(path -> until(path + " for " + page, () -> preflight(path, page)));
        }
    }

    private JsonNode accounts() {
        try {
            return JSON.readTree(
                    Resource.text(
                            "/account/demo-accounts.json",
                            Map.of("site", site, "globexSite", GLOBEX_SITE)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder create(JsonNode account, String token) {
        return HttpRequest.newBuilder(gateway.resolve("/v1/accounts"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(account.toString()));
    }

    /** What a browser asks first; it is granted to origins of known accounts. */
    private HttpRequest.Builder preflight(String path, URI page) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Origin", page.toString())
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
    }

    /** Repeats a request until it succeeds: a service may still be reading what others know. */
    private void until(String what, Supplier<HttpRequest.Builder> request) {
        long end = System.nanoTime() + LIMIT.toNanos();
        var pauses = Backoff.every(PAUSE);
        int status;
        while ((status = Http.send("gateway", client, request.get()).statusCode()) >= 300) {
            if (System.nanoTime() > end || !pauses.pause()) {
                throw new PartFailure("demo accounts", what + " was answered with " + status);
            }
        }
    }
}
