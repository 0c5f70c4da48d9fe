package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.VisitorRequests;

/** Visitors who come to the site: a visit is opened, and nothing is waited for. */
public final class Arrival {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CREATED = 201;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Arrival() {}

    /**
     * A visit that was opened.
     *
     * @param token that its page speaks with
     */
    public record Visit(String id, String token) {}

    /**
     * Comes, with an address and a browser of its own.
     *
     * @return done when the visit is open; fails where it is refused
     */
    public static CompletableFuture<Visit> at(Site site, long number) {
        HttpRequest request =
                HttpRequest.newBuilder(site.presenceService().resolve("/v1/visits"))
                        .timeout(PATIENCE)
                        .header("Origin", site.origin())
                        .header("X-Forwarded-For", address(number))
                        .header("User-Agent", Browsers.of(number))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(visit(site).toString()))
                        .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(Arrival::opened);
    }

    /** What a page opens its visit with. */
    static ObjectNode visit(Site site) {
        ObjectNode visit = Json.object().put("account", site.account());
        visit.putObject("page").put("url", site.origin() + "/shoes").put("title", "Shoes");
        visit.set("consent", VisitorRequests.consent());
        return visit;
    }

    /** One of the ten million that are nobody's. */
    public static String address(long number) {
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private static Visit opened(HttpResponse<String> answer) {
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException("a visit was answered " + answer.statusCode());
        }
        JsonNode visit = Json.parse(answer.body());
        return new Visit(visit.path("visit").asText(), visit.path("token").asText());
    }
}
