package org.lethe.chat.offline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.runtime.client.ClientAddresses;
import org.lethe.runtime.client.HostNames;

/** Tells where a request comes from. */
@ApplicationScoped
public class Senders {
    private final ClientAddresses addresses;
    private final HostNames hostNames;

    @Inject
    Senders(ClientAddresses addresses, HostNames hostNames) {
        this.addresses = addresses;
        this.hostNames = hostNames;
    }

    /**
     * The sender's own address, behind our proxies.
     *
     * @param peer the address of the connection
     */
    public ClientAddress address(String peer, Collection<String> forwardedFor) {
        return addresses.find(peer, forwardedFor);
    }

    /** With the host name, if it is found in time; blocks. */
    public Whereabouts named(ClientAddress address) {
        return hostNames
                .find(address.inetAddress())
                .thenApply(host -> new Whereabouts(address, host.orElse(null)))
                .toCompletableFuture()
                .join();
    }
}
