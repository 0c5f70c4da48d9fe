package org.lethe.runtime.door;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hangs up on a connection whose request does not come in time: a byte each few seconds is not
 * idle. It stands before all that reads, and goes once the head is there, since a connection lives
 * for one request.
 */
final class HeadWatch extends ChannelInboundHandlerAdapter {

    /** For one too many: enough for a probe of the kubelet, which must not take us for dead. */
    private static final Duration BRIEFLY = Duration.ofSeconds(2);

    private final Connections connections;
    private final Duration time;
    private final boolean isOneTooMany;
    private final HeadEnd end = new HeadEnd();
    private @Nullable Future<?> timer;

    HeadWatch(Connections connections, Duration time, boolean isOneTooMany) {
        this.connections = connections;
        this.time = isOneTooMany && BRIEFLY.compareTo(time) < 0 ? BRIEFLY : time;
        this.isOneTooMany = isOneTooMany;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        timer =
                context.executor()
                        .schedule(() -> tooSlow(context), time.toMillis(), TimeUnit.MILLISECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes && end.isIn(bytes)) {
            cancel();
            if (isOneTooMany && !end.isOfOurselves()) {
                ReferenceCountUtil.release(message);
                connections.refusedAsTooMany();
                var _ = context.close();
                return;
            }
            context.pipeline().remove(this);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void tooSlow(ChannelHandlerContext context) {
        connections.refusedAsTooSlow();
        var _ = context.close();
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
