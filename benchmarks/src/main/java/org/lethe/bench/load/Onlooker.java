package org.lethe.bench.load;

import java.net.URI;
import org.lethe.acceptance.client.Json;

/** One of a console's sockets at which nobody does anything: counts what it is told. */
public final class Onlooker implements AutoCloseable {

    private final LoadSocket socket;

    private Onlooker(URI service, String path, String console, String token) {
        this.socket =
                LoadSocket.open(
                        service, path, console, Json.frame("hello").put("token", token), _ -> {});
    }

    /**
     * At the desk, where it is told who waits.
     *
     * @param token of an operator, who counts as online
     */
    public static Onlooker atDesk(Site site, String token) {
        return new Onlooker(site.chatService(), Desk.PATH, site.console(), token);
    }

    /** Before the live list of visitors. */
    public static Onlooker ofVisitors(Site site, String token) {
        return new Onlooker(site.presenceService(), Watcher.PATH, site.console(), token);
    }

    /** What it was told until now. */
    public Received received() {
        return socket.received();
    }

    @Override
    public void close() {
        socket.close();
    }
}
