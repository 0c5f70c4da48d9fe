package org.lethe.privacy.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a Redis is set up, compared with what destroying in it needs. */
public sealed interface StoreInspection {

    /** Nothing is written to a disk, nothing is evicted, nothing is logged. */
    record Fit() implements StoreInspection {}

    /**
     * The promise can't be kept on this Redis.
     *
     * @param findings the settings that are not as they must be, by name
     */
    record Unfit(List<String> findings) implements StoreInspection {

        public Unfit {
            findings = List.copyOf(findings);
        }
    }

    /** Redis does not let the suite's user read its settings. */
    record Hidden() implements StoreInspection {}

    /** The settings that every primary must have, with their values. */
    Map<String, String> REQUIRED =
            Map.of(
                    "save", "",
                    "appendonly", "no",
                    "maxmemory-policy", "noeviction",
                    "slowlog-log-slower-than", "-1",
                    "notify-keyspace-events", "");

    static StoreInspection of(Link link, Duration timeout) {
        var findings = new ArrayList<String>();
        try {
            for (Link.Node node : link.nodes()) {
                REQUIRED.forEach((name, value) -> {
                    Map<String, String> found =
                            Replies.await(node.commands().configGet(name), timeout);
                    if (found == null || !value.equals(found.get(name))) {
                        findings.add(name);
                    }
                });
            }
        } catch (CommandRefusedException e) {
            return new Hidden();
        }
        return findings.isEmpty() ? new Fit() : new Unfit(findings);
    }
}
