package org.lethe.runtime.door;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.List;

/** Where connections come in. */
final class Door extends NioServerSocketChannel {

    private final Connections connections;
    private final DoorSettings settings;

    Door(Connections connections, DoorSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        int before = accepted.size();
        int read = super.doReadMessages(accepted);
        accepted.subList(before, accepted.size()).forEach(each -> watch((Channel) each));
        return read;
    }

    private void watch(Channel connection) {
        boolean isOneTooMany = connections.opened() > settings.most();
        connection.closeFuture().addListener(closed -> connections.closed());
        connection
                .pipeline()
                .addFirst(new HeadWatch(connections, settings.headTime(), isOneTooMany));
    }
}
