package org.lethe.privacy.vault;

import org.lethe.contracts.scope.Meta;

/** What is known about a scope without its keys. */
public sealed interface Sighting {

    /**
     * It has keys, whether or not they can be opened.
     *
     * @param meta its non-personal state
     */
    record Open(Meta meta) implements Sighting {}

    /** Its key was destroyed, or no scope has this id. */
    record Destroyed() implements Sighting {}

    record Unavailable(Unavailability reason) implements Sighting {}
}
