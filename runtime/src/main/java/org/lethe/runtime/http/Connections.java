package org.lethe.runtime.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** What is done to the connection that a request came over. */
public final class Connections {

    private Connections() {}

    /**
     * Breaks a connection at once, with what was written and not taken yet. To close it is not
     * enough: Vert.x then waits until its peer has taken all, and one who reads no more never does.
     */
    public static void cut(HttpConnection connection) {
        if (connection instanceof ConnectionBase channelled) {
            var _ = channelled.channelHandlerContext().channel().close();
        } else {
            var _ = connection.close();
        }
    }
}
