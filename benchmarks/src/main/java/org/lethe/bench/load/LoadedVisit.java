package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.lethe.acceptance.client.Json;

/** A visitor on the site, who goes from page to page when he is told. */
public final class LoadedVisit implements AutoCloseable {

    private final Site site;
    private final CompletableFuture<JsonNode> ready = new CompletableFuture<>();
    private final LoadSocket socket;

    private LoadedVisit(Site site, Arrival.Visit visit) {
        this.site = site;
        this.socket =
                LoadSocket.open(
                        site.presenceService(),
                        "/v1/visits/" + visit.id() + "/socket",
                        site.origin(),
                        this::hear);
        socket.send(Json.frame("hello").put("token", visit.token()));
    }

    /**
     * A visitor comes, and his page is connected.
     *
     * @param number makes his address and his browser
     */
    public static LoadedVisit open(Site site, long number) {
        var visit = new LoadedVisit(site, Arrival.at(site, number).join());
        visit.ready.orTimeout(20, TimeUnit.SECONDS).join();
        return visit;
    }

    /** Is on another page now, whose title says since when. */
    public void move(long intended) {
        socket.send(
                Json.frame("page")
                        .put("url", site.origin() + "/boots")
                        .put("title", Stamp.text(intended)));
    }

    /** Has closed the page. */
    public void leave() {
        socket.send(Json.frame("leave"));
    }

    private void hear(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "ready" -> ready.complete(frame);
            case "error" ->
                    ready.completeExceptionally(
                            new IllegalStateException(frame.path("code").asText()));
            default -> {
                // Answers to heartbeats.
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
