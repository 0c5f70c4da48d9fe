package org.lethe.bench.load;

/**
 * How long the steps of those took who opened chats, one after the other.
 *
 * @param visit from its request to its answer, through the gateway
 * @param chat likewise
 * @param socket from its opening to its "ready"
 */
public record Openings(Latencies visit, Latencies chat, Latencies socket) {

    public Openings() {
        this(new Latencies(), new Latencies(), new Latencies());
    }
}
