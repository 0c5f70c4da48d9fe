package org.lethe.stack.gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who answers which paths. What no target has is not reachable from outside: health, metrics,
 * Keycloak's administration.
 */
public enum Target {
    PRESENCE("/v1/visits(/.*)?", "/v1/visitors(/.*)?"),
    FILE("/v1/chats/[^/]+/files(/.*)?"),
    CHAT(
            "/v1/chats(/.*)?",
            "/v1/desk(/.*)?",
            "/v1/account(/.*)?",
            "/v1/accounts(/.*)?",
            "/v1/offline-messages"),
    GDPR(
            "/requests(/.*)?",
            "/v1/requests(/.*)?",
            "/discovery",
            "/v1/subjects(/.*)?",
            "/v1/receipts(/.*)?",
            "/v1/ledger(/.*)?",
            "/v1/audit",
            "/v1/data-map",
            "/v1/me",
            "/\\.well-known/jwks\\.json",
            "/\\.well-known/opendsr-certificate\\.pem"),
    KEYCLOAK("/auth/realms/lethe(/.*)?", "/auth/resources/.*");

    private static final long KIBIBYTE = 1024;

    @SuppressWarnings("ImmutableEnumChecker") // no one can change what toList() gives
    private final List<Pattern> paths;

    Target(String... paths) {
        this.paths = List.of(paths).stream().map(Pattern::compile).toList();
    }

    /** Who answers this path; the first in the order above. */
    public static Optional<Target> of(String path) {
        for (Target target : values()) {
            if (target.paths.stream().anyMatch(pattern -> pattern.matcher(path).matches())) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /** The longest body that is let through; a service may accept less. */
    long maxBody() {
        return this == FILE ? 32 * KIBIBYTE * KIBIBYTE : 256 * KIBIBYTE;
    }
}
