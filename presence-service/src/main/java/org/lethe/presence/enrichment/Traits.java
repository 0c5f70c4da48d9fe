package org.lethe.presence.enrichment;

import org.lethe.contracts.personal.Location;
import org.lethe.contracts.visit.ClientTraits;

/** All that was derived about a visitor. */
public record Traits(Location location, ClientTraits client) {

    /** Nothing is known. */
    public static Traits unknown() {
        return new Traits(Location.unknown(), ClientTraits.UNKNOWN);
    }
}
