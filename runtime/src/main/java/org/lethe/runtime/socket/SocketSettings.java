package org.lethe.runtime.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a socket's client is granted. */
@ConfigMapping(prefix = "lethe.sockets")
public interface SocketSettings {

    /** Time for the first frame, which must bring a token. */
    @WithDefault("5s")
    Duration helloTimeout();

    /**
     * Who sends nothing for so long, not even the answer to a ping, is gone; more than two pings.
     */
    @WithDefault("42s")
    Duration silence();

    /** Frames that a client may send at once; above it is told to come back later. */
    @WithDefault("120")
    int burst();

    /** Frames that a client may send each second in the long run. */
    @WithDefault("30")
    int framesPerSecond();

    /** Characters that may wait for a client which does not read; then it is cut off. */
    @WithDefault("1048576")
    long maxUnsent();
}
