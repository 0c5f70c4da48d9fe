package org.lethe.runtime.client;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lethe.contracts.personal.ClientAddress;

/**
 * Finds the visitor's own address behind our proxies.
 *
 * <p>Each trusted proxy vouches for what it appended. Walking back from the connection, the first
 * address that is not a proxy of ours is the visitor's; what stands before it anybody can claim. If
 * a proxy of ours appended what is no address, the visitor's is not known, and is not the proxy's.
 */
@ApplicationScoped
public class ClientAddresses {

    private final List<Subnet> proxies;
    private final List<String> headers;
    private final Forwarders forwarders;

    @Inject
    public ClientAddresses(ClientSettings settings, Forwarders forwarders) {
        this(
                settings.trustedProxies().stream().map(Subnet::parse).toList(),
                settings.forwardedHeaders(),
                forwarders);
    }

    ClientAddresses(List<Subnet> proxies, List<String> headers, Forwarders forwarders) {
        this.proxies = List.copyOf(proxies);
        this.headers = List.copyOf(headers);
        this.forwarders = forwarders;
    }

    /** The client's own address, if it is known. */
    public Optional<ClientAddress> find(HttpServerRequest request) {
        return find(request.remoteAddress().hostAddress(), request.headers()::getAll);
    }

    /** The client's own address, or the peer's where that is not known: whom limits count. */
    public ClientAddress nearest(HttpServerRequest request) {
        return find(request)
                .orElseGet(() -> ClientAddress.of(request.remoteAddress().hostAddress()));
    }

    Optional<ClientAddress> find(String peer, Function<String, List<String>> lines) {
        Optional<ClientAddress> client = ForwardedHops.address(peer);
        boolean isForwarded = headers.stream().anyMatch(name -> !lines.apply(name).isEmpty());
        if (isForwarded) {
            forwarders.saw(client.map(this::isProxy).orElse(false));
        }
        for (Optional<ClientAddress> hop : hops(lines).reversed()) {
            if (!client.map(this::isProxy).orElse(false)) {
                break;
            }
            client = hop;
        }
        return client;
    }

    private List<Optional<ClientAddress>> hops(Function<String, List<String>> lines) {
        return headers.stream()
                .filter(name -> !lines.apply(name).isEmpty())
                .findFirst()
                .map(name -> ForwardedHops.read(name, lines.apply(name)))
                .orElse(List.of());
    }

    private boolean isProxy(ClientAddress address) {
        return proxies.stream().anyMatch(subnet -> subnet.contains(address.inetAddress()));
    }
}
