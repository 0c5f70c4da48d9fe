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
        builder.findTransport(new Transport());
    }

    /** Asked only by who listens: a client's Vert.x, in a test, knows no settings. */
    private static DoorSettings settings() {
        return ConfigProvider.getConfig()
                .unwrap(SmallRyeConfig.class)
                .getConfigMapping(DoorSettings.class);
    }

    private static final class Transport extends JDKTransport {

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            if (domainSocket) {
                return super.serverChannelFactory(true);
            }
            DoorSettings settings = settings();
            return () -> new Door(Connections.OF_PROCESS, settings);
        }
    }
}
