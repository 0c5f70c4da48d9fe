package org.lethe.runtime.door;

import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives Vert.x our door. Its servers tell of a connection when its first request is there, and
 * Quarkus lets nobody in before that: this is the one place where slow heads can be seen.
 */
public final class DoorProvider implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        DoorSettings settings =
                ConfigProvider.getConfig()
                        .unwrap(SmallRyeConfig.class)
                        .getConfigMapping(DoorSettings.class);
        builder.findTransport(new Transport(settings));
    }

    private static final class Transport extends JDKTransport {

        private final DoorSettings settings;

        Transport(DoorSettings settings) {
            this.settings = settings;
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            return domainSocket
                    ? super.serverChannelFactory(true)
                    : () -> new Door(Connections.OF_PROCESS, settings);
        }
    }
}
