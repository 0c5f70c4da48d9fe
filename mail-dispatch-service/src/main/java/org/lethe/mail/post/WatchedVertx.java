package org.lethe.mail.post;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.VertxWrapper;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;

/** Vert.x as the mail client of one place sees it: what it connects is watched. */
final class WatchedVertx extends VertxWrapper {

    private final Line line;
    private final Duration connectTimeout;
    private final boolean verifiesHost;

    /**
     * @param verifiesHost whether the server's certificate must be of its name
     */
    WatchedVertx(Vertx vertx, Line line, Duration connectTimeout, boolean verifiesHost) {
        super((VertxInternal) vertx);
        this.line = line;
        this.connectTimeout = connectTimeout;
        this.verifiesHost = verifiesHost;
    }

    @Override
    public NetClient createNetClient(NetClientOptions options) {
        var own =
                new NetClientOptions(options)
                        .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                        // The mail client turns it off where it was turned on explicitly.
                        .setHostnameVerificationAlgorithm(verifiesHost ? "HTTPS" : "");
        return line.watch(super.createNetClient(own));
    }
}
