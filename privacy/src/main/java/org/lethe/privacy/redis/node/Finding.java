package org.lethe.privacy.redis.node;

import java.util.Locale;

/** A node that is not as it must be: which kind of node, and in what. */
public record Finding(Role role, NodeRule rule) {

    /** As {@code replica:appendonly}; nothing of it is personal. */
    @Override
    public String toString() {
        return role.name().toLowerCase(Locale.ROOT) + ":" + rule.label();
    }
}
