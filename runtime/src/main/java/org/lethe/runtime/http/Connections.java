package org.lethe.runtime.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.function.LongFunction;

/** What is done to the connection that a request came over. */
public final class Connections {

    private Connections() {}

    /**
     * Breaks a connection at once, with what was written and not taken yet. To close it is not
     * enough, nor is it to close its channel, which has Vert.x close it: that waits until its peer
     * has taken all, and one who reads no more never does.
     */
    public static void cut(HttpConnection connection) {
        if (connection instanceof ConnectionBase channelled) {
            cut(channelled);
        } else {
            var _ = connection.close();
        }
    }

    /**
     * Closes a connection once its peer has taken what was written, and breaks it if that takes too
     * long: what an answer tells must not wait in memory for who reads no more.
     *
     * @param patience how long, for so many bytes that are not taken, and at most as many more as a
     *     channel takes without saying that it is full
     */
    static void close(HttpConnection connection, LongFunction<Duration> patience) {
        if (connection instanceof ConnectionBase channelled) {
            // What another thread has written is on its way to the channel until then.
            channelled.channel().eventLoop().execute(() -> close(channelled, patience));
        } else {
            var _ = connection.close();
        }
    }

    private static void close(ConnectionBase connection, LongFunction<Duration> patience) {
        Channel channel = connection.channel();
        if (channel.isOpen()) {
            Duration time = patience.apply(channel.bytesBeforeWritable());
            var _ = connection.close();
            breakAfter(time, connection);
        }
    }

    /** Unless it is closed by then; Vert.x tells of a close before it is done. */
    private static void breakAfter(Duration time, ConnectionBase connection) {
        Channel channel = connection.channel();
        ScheduledFuture<?> timer =
                channel.eventLoop().schedule(() -> cut(connection), time.toMillis(), MILLISECONDS);
        var _ = channel.closeFuture().addListener(_ -> timer.cancel(false));
    }

    private static void cut(ConnectionBase connection) {
        ChannelHandlerContext first = connection.channel().pipeline().firstContext();
        // Without one it is closed already.
        if (first != null) {
            var _ = first.close();
        }
    }
}
