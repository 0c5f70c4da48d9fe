package org.lethe.chat.sender;

import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsClientOptions;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.data.HostName;
import org.lethe.privacy.data.InvalidPersonalData;

/**
 * Reverse DNS at the operator's own resolver.
 *
 * <p>No cache, and no log of what was asked. Vert.x' own reverse look-up isn't used: it asks for
 * IPv6 addresses in the domain of IPv4.
 */
final class DnsHostNames implements HostNames {

    private final DnsClient resolver;

    DnsHostNames(Vertx vertx, Resolver at, Duration timeout) {
        this.resolver =
                vertx.createDnsClient(
                        new DnsClientOptions()
                                .setHost(at.host())
                                .setPort(at.port())
                                .setQueryTimeout(timeout.toMillis())
                                .setLogActivity(false));
    }

    @Override
    public CompletionStage<Optional<HostName>> find(InetAddress address) {
        return resolver.resolvePTR(ReverseName.of(address))
                .map(DnsHostNames::hostName)
                .otherwise(Optional.empty())
                .toCompletionStage();
    }

    private static Optional<HostName> hostName(@Nullable String answer) {
        if (answer == null || answer.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(HostName.of(withoutRoot(answer)));
        } catch (InvalidPersonalData notAHostName) {
            return Optional.empty();
        }
    }

    private static String withoutRoot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
