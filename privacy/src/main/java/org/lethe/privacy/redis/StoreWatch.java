package org.lethe.privacy.redis;

import java.util.List;
import org.lethe.privacy.redis.node.NodeClocks;
import org.lethe.privacy.redis.node.NodeState;

/** Looks at all nodes again and again, and remembers how their clocks went. */
final class StoreWatch implements AutoCloseable {

    private final NodeScan scan;
    private final NodeClocks clocks = new NodeClocks();
    private volatile int silent;

    StoreWatch(NodeScan scan) {
        this.scan = scan;
    }

    synchronized StoreInspection look() {
        try {
            List<NodeState> nodes = scan.look();
            return StoreInspection.of(nodes, clocks.look(nodes));
        } catch (CommandRefusedException e) {
            return new StoreInspection.Hidden();
        } finally {
            silent = scan.silent();
        }
    }

    int silent() {
        return silent;
    }

    @Override
    public synchronized void close() {
        scan.close();
    }
}
