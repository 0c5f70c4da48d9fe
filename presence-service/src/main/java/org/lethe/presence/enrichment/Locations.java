package org.lethe.presence.enrichment;

import java.net.InetAddress;

/** Finds the place of an address in local data; nothing leaves the machine. */
interface Locations {

    /** The place of the address, {@link Place#UNKNOWN} when the data has none. */
    Place find(InetAddress address);
}
