package org.lethe.presence.enrichment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.personal.UserAgentText;
import org.lethe.contracts.visit.ClientTraits;
import org.lethe.runtime.client.HostNames;

/**
 * Derives what operators see of a visitor from the address and the user agent.
 *
 * <p>Works in memory and remembers nothing.
 */
@ApplicationScoped
public class Enrichment {

    private final GeoSource geo;
    private final UserAgents userAgents;
    private final HostNames hostNames;

    Enrichment(GeoSource geo, UserAgents userAgents, HostNames hostNames) {
        this.geo = geo;
        this.userAgents = userAgents;
        this.hostNames = hostNames;
    }

    /** Place and network; asks nobody. */
    public Location location(ClientAddress address) {
        return geo.data().locate(address.inetAddress());
    }

    /**
     * Browser, operating system and device.
     *
     * @param touched whether the page says that its screen is
     */
    public ClientTraits client(Optional<UserAgentText> userAgent, boolean touched) {
        return userAgent.map(it -> userAgents.read(it, touched)).orElse(ClientTraits.UNKNOWN);
    }

    /** The host name of the address, asked of the operator's resolver; never fails. */
    public CompletionStage<Optional<HostName>> hostName(ClientAddress address) {
        return hostNames.find(address.inetAddress());
    }
}
