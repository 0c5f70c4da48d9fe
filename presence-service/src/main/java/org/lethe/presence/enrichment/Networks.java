package org.lethe.presence.enrichment;

import java.net.InetAddress;
import java.util.Optional;

/** Names the network (the provider) that an address belongs to, from local data. */
interface Networks {

    /** The organisation that announces the address. */
    Optional<String> find(InetAddress address);
}
