package org.lethe.runtime.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
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

    /** Sockets that one caller may have open in one process at a time. */
    @WithDefault("32")
    @Min(1)
    int perCaller();

    /**
     * The longest frame in characters; what the transport takes is more, so that this can answer.
     */
    @WithDefault("65536")
    @Min(1)
    int maxFrame();

    /** Frames of one socket that may wait for their turn; then it is told to come back later. */
    @WithDefault("64")
    @Min(1)
    int maxWaitingFrames();

    /** Characters of the frames of one socket that may wait for their turn. */
    @WithDefault("262144")
    @Min(1)
    long maxWaiting();

    /** Characters of frames that may wait in the whole process. */
    @WithDefault("16777216")
    @Min(1)
    long maxWaitingInAll();

    /** Characters that may wait for a client which does not read; then it is cut off. */
    @WithDefault("1048576")
    @Min(1)
    long maxUnsent();

    /**
     * Characters that may wait for all clients of the process. Above that, those are cut off that
     * more than their share waits for; who reads stays.
     */
    @WithDefault("33554432")
    @Min(1)
    long maxUnsentInAll();
}
