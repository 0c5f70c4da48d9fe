package org.lethe.privacy.redis;

import java.util.List;
import org.lethe.privacy.redis.node.NodeClocks;
import org.lethe.privacy.redis.node.NodeState;
import org.lethe.privacy.redis.node.Role;

/** Looks at all nodes again and again, and remembers how their clocks went. */
final class StoreWatch implements AutoCloseable {

    private final NodeScan scan;
    private final NodeClocks clocks = new NodeClocks();
    private volatile int silent;
    private volatile double filled;

    StoreWatch(NodeScan scan) {
        this.scan = scan;
    }

    synchronized StoreInspection look() {
        try {
            List<NodeState> nodes = scan.look();
            filled =
                    nodes.stream()
                            .filter(node -> node.role() == Role.PRIMARY)
                            .mapToDouble(NodeState::filled)
                            .max()
                            .orElse(0);
            return StoreInspection.of(nodes, clocks.look(nodes));
        } catch (CommandRefusedException e) {
            return new StoreInspection.Hidden();
        } finally {
            silent = scan.silent();
        }
    }

    /** Of the fullest primary: what it refuses may be anybody's. */
    double filled() {
        return filled;
    }

    int silent() {
        return silent;
    }

    @Override
    public synchronized void close() {
        scan.close();
    }
}
