package org.lethe.stack.gateway;

import java.time.Duration;

/**
 * For how long a client may take. The services say the same, and so does what is shipped for a
 * gateway.
 *
 * @param firstHead from the connection to the whole head of its first request
 * @param nextHead from an answer to the whole head of the next request, idle or not
 * @param body for a body, beside what its length takes
 * @param leastRate bytes of a body that come each second at least
 */
public record Patience(Duration firstHead, Duration nextHead, Duration body, long leastRate) {

    public static final Patience USUAL =
            new Patience(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(75),
                    Duration.ofSeconds(20),
                    16 * 1024);
}
