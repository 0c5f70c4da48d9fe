package org.lethe.privacy.redis.node;

/** What a node is to the others. */
public enum Role {
    PRIMARY,
    REPLICA
}
