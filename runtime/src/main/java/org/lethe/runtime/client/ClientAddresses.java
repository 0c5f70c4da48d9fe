package org.lethe.runtime.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.InvalidPersonalData;

/**
 * Finds the visitor's own address behind our proxies.
 *
 * <p>Each trusted proxy vouches for what it appended. Walking back from the connection, the first
 * address that is not a proxy of ours is the visitor's; what stands before it anybody can claim.
 */
@ApplicationScoped
public class ClientAddresses {

    private final List<Subnet> proxies;

    @Inject
    public ClientAddresses(ClientSettings settings) {
        this(settings.trustedProxies().stream().map(Subnet::parse).toList());
    }

    ClientAddresses(List<Subnet> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /**
     * The client's own address.
     *
     * @param peer the address of the connection
     */
    public ClientAddress find(String peer, Collection<String> forwardedFor) {
        ClientAddress client = ClientAddress.of(peer);
        List<String> claimed = new ArrayList<>();
        for (String header : forwardedFor) {
            claimed.addAll(List.of(header.split(",")));
        }
        for (String claim : claimed.reversed()) {
            Optional<ClientAddress> next = parse(claim.strip());
            if (!isProxy(client) || next.isEmpty()) {
                break;
            }
            client = next.get();
        }
        return client;
    }

    private boolean isProxy(ClientAddress address) {
        return proxies.stream().anyMatch(subnet -> subnet.contains(address.inetAddress()));
    }

    private static Optional<ClientAddress> parse(String literal) {
        try {
            return Optional.of(ClientAddress.of(literal));
        } catch (InvalidPersonalData notAnAddress) {
            return Optional.empty();
        }
    }
}
