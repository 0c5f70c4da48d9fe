package org.lethe.privacy.redis;

import java.util.ArrayList;
import java.util.List;
import org.lethe.privacy.redis.node.Finding;
import org.lethe.privacy.redis.node.NodeRule;
import org.lethe.privacy.redis.node.NodeState;

/** How the nodes of Redis are set up, compared with what destroying in them needs. */
public sealed interface StoreInspection {

    /** Nothing is written to a disk, evicted or logged, and the clocks go as they must. */
    record Fit() implements StoreInspection {}

    /**
     * The promise can't be kept on this Redis.
     *
     * @param findings what is not as it must be, each once
     */
    record Unfit(List<Finding> findings) implements StoreInspection {

        public Unfit {
            findings = List.copyOf(findings);
        }
    }

    /** Redis does not let the suite's user read its settings. */
    record Hidden() implements StoreInspection {}

    static StoreInspection of(List<NodeState> nodes, List<Finding> ofClocks) {
        var findings = new ArrayList<>(ofClocks);
        nodes.forEach(node -> findings.addAll(NodeRule.findings(node)));
        return findings.isEmpty() ? new Fit() : new Unfit(findings.stream().distinct().toList());
    }
}
