package org.lethe.stack.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lethe.privacy.pause.Backoff;
import org.lethe.stack.keycloak.RealmTokens;
import org.lethe.stack.process.PartFailure;

/** Creates the demo accounts at the suite, over the interface that support staff use. */
public final class DemoAccounts {

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

    private final HttpClient client;
    private final URI gateway;
    private final RealmTokens tokens;
    private final URI site;

    /**
     * @param client trusts the gateway, if that speaks TLS
     * @param site the origin that may have the widget of either account
     */
    public DemoAccounts(HttpClient client, URI gateway, RealmTokens tokens, URI site) {
        this.client = client;
        this.gateway = gateway;
        this.tokens = tokens;
        this.site = site;
    }

    /** Creates those that are not there, and waits until the services know them. */
    public void create() {
        String token = tokens.ofStaff();
        IDS.forEach(id -> until("create " + id, () -> create(id, token)));
        for (URI page : List.of(site, GLOBEX_SITE)) {
            EVERYWHERE.forEach(path -> until(path + " for " + page, () -> preflight(path, page)));
        }
    }

    private HttpRequest.Builder create(String id, String token) {
        return request("/v1/accounts")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(id)));
    }

    /** What a browser asks first; it is granted to origins of known accounts. */
    private HttpRequest.Builder preflight(String path, URI page) {
        return request(path)
                .header("Origin", page.toString())
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(LIMIT);
    }

    /** Repeats a request until it succeeds: a service may still be reading what others know. */
    private void until(String what, Supplier<HttpRequest.Builder> request) {
        long end = System.nanoTime() + LIMIT.toNanos();
        var pauses = Backoff.every(PAUSE);
        int status = status(request.get().build());
        while (status >= 300) {
            if (System.nanoTime() > end || !pauses.pause()) {
                throw new PartFailure("demo accounts", what + " was answered with " + status);
            }
            status = status(request.get().build());
        }
    }

    private int status(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new PartFailure("demo accounts", "the gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("demo accounts", "interrupted", e);
        }
    }

    private List<String> origins(String id) {
        return id.equals("globex")
                ? List.of(site.toString(), GLOBEX_SITE.toString())
                : List.of(site.toString());
    }

    private String body(String id) {
        String domain = "@" + id + ".example";
        Map<String, Object> settings =
                Map.of(
                        "id",
                        id,
                        "name",
                        Character.toUpperCase(id.charAt(0)) + id.substring(1),
                        "timeZone",
                        "Europe/Berlin",
                        "allowedOrigins",
                        origins(id),
                        "transcripts",
                        Map.of(
                                "enabled",
                                true,
                                "recipients",
                                List.of("team" + domain, "archive" + domain),
                                "copyToVisitor",
                                false),
                        "offline",
                        Map.of("recipients", List.of("desk" + domain)),
                        "notify",
                        "admin" + domain);
        try {
            return JSON.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
