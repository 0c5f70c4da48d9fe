package org.lethe.runtime.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How address and host name of visitors, and of those who leave a message, are found. */
@ConfigMapping(prefix = "lethe.clients")
public interface ClientSettings {

    /**
     * The networks that are believed who called them, such as the gateway's; everybody else could
     * claim to be somebody else.
     */
    @WithDefault("127.0.0.0/8,::1/128")
    List<String> trustedProxies();

    /**
     * The headers in which that is said; the first that a request has is believed. Name only the
     * one that your gateway writes, unless it drops the other: who calls can send it as well.
     */
    @WithDefault("X-Forwarded-For,Forwarded")
    List<String> forwardedHeaders();

    /**
     * The operator's own resolver for reverse DNS, as {@code host:port}; empty: no host names. It
     * is told the addresses of clients, except those of accounts that have them removed.
     */
    Optional<String> resolver();

    /** How long to wait for a host name; what it is for goes on without it. */
    @WithDefault("1s")
    Duration resolverTimeout();
}
