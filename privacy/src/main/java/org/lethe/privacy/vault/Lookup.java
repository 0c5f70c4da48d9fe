package org.lethe.privacy.vault;

import org.lethe.contracts.scope.Meta;
import org.lethe.privacy.seal.ScopeCipher;

/** What is known about a scope. */
public sealed interface Lookup {

    /**
     * It is open.
     *
     * @param meta its non-personal state
     */
    record Open(ScopeCipher cipher, Meta meta) implements Lookup {}

    /** Its key was destroyed, or no scope has this id. */
    record Destroyed() implements Lookup {}

    record Unavailable(Unavailability reason) implements Lookup {}
}
