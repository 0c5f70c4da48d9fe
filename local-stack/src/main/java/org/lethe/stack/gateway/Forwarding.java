package org.lethe.stack.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells the services who called.
 *
 * <p>The caller's address is added to what a proxy of ours in front has said; what anybody else
 * says about themselves is dropped. On this machine a proxy of ours is whoever calls from here,
 * which is also how tests have addresses of other countries.
 */
final class Forwarding {

    private static final String FOR = "X-Forwarded-For";
    private static final List<String> CLAIMS =
            List.of(
                    "Forwarded",
                    "X-Forwarded-Host",
                    "X-Forwarded-Port",
                    "X-Forwarded-Prefix",
                    "X-Forwarded-Proto",
                    "X-Forwarded-Ssl",
                    "X-Real-IP");

    private Forwarding() {}

    /** Puts the forwarded headers of a request right, before anything is sent on. */
    static void apply(HttpServerRequest request) {
        MultiMap headers = request.headers();
        CLAIMS.forEach(headers::remove);
        String peer = request.connection().remoteAddress().hostAddress();
        List<String> before = isOurs(peer) ? headers.getAll(FOR) : List.of();
        headers.set(FOR, before.isEmpty() ? peer : String.join(", ", before) + ", " + peer);
        headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
    }

    private static boolean isOurs(String address) {
        try {
            // A literal address; no name is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
