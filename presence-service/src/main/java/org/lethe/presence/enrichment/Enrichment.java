package org.lethe.presence.enrichment;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
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

    /** Place, network, browser, operating system and device; asks nobody. */
    public Traits describe(ClientAddress address, Optional<UserAgentText> userAgent) {
        return new Traits(
                location(address.inetAddress()),
                userAgent.map(userAgents::read).orElse(ClientTraits.UNKNOWN));
    }

    /** The host name of the address, asked of the operator's resolver; never fails. */
    public CompletionStage<Optional<HostName>> hostName(ClientAddress address) {
        return hostNames.find(address.inetAddress());
    }

    private Location location(InetAddress address) {
        GeoData data = geo.data();
        Place place = data.place(address);
        return Location.of(
                place.city(),
                place.region(),
                place.country(),
                place.countryCode(),
                place.zip(),
                data.network(address).orElse(null));
    }
}
