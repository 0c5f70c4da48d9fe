package org.lethe.stack.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The ends of connections. To close one, or its channel, is not enough: Vert.x then waits until its
 * peer has taken all, and one who reads no more never does.
 */
final class Connections {

    private static final long PATIENCE_MILLIS = 10_000;

    private Connections() {}

    /** Breaks a connection at once. */
    static void cut(HttpConnection connection) {
        if (connection instanceof ConnectionBase channelled) {
            cut(channelled);
        } else {
            var _ = connection.close();
        }
    }

    /** Closes a socket once its peer has taken what was written, or ten seconds have passed. */
    static void close(NetSocket socket, Vertx vertx) {
        if (socket instanceof ConnectionBase channelled) {
            long timer = vertx.setTimer(PATIENCE_MILLIS, _ -> cut(channelled));
            var _ = channelled.channel().closeFuture().addListener(_ -> vertx.cancelTimer(timer));
        }
        var _ = socket.close();
    }

    private static void cut(ConnectionBase connection) {
        ChannelHandlerContext first = connection.channel().pipeline().firstContext();
        // Without one it is closed already.
        if (first != null) {
            var _ = first.close();
        }
    }
}
