package org.lethe.bench.load;

import org.lethe.acceptance.client.Json;

/** A visitor on the site, who goes from page to page when he is told. */
public final class LoadedVisit implements AutoCloseable {

    private final Site site;
    private final String token;
    private final LoadSocket socket;

    private LoadedVisit(Site site, Arrival.Visit visit) {
        this.site = site;
        this.token = visit.token();
        this.socket =
                LoadSocket.open(
                        site.presenceService(),
                        "/v1/visits/" + visit.id() + "/socket",
                        site.origin(),
                        Json.frame("hello").put("token", token),
                        // Answers to heartbeats alone.
                        _ -> {});
    }

    /**
     * A visitor comes, and his page is connected.
     *
     * @param number makes his address and his browser
     */
    public static LoadedVisit open(Site site, long number) {
        return new LoadedVisit(site, Arrival.at(site, number).join());
    }

    /** What its page speaks with. */
    String token() {
        return token;
    }

    /** Is still there, as a page says every 25 seconds. */
    public void beat() {
        socket.send(Json.frame("heartbeat"));
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

    @Override
    public void close() {
        socket.close();
    }
}
