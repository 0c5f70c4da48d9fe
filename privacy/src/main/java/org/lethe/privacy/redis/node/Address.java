package org.lethe.privacy.redis.node;

/** Where a node listens, as the nodes tell each other. */
public record Address(String host, int port) {}
