package org.lethe.privacy.vault;

import java.util.Map;
import org.lethe.privacy.seal.ScopeCipher;

/** What is known about a scope. */
public sealed interface Lookup {

    /**
     * It is open.
     *
     * @param meta its non-personal state
     */
    record Open(ScopeCipher cipher, Map<String, String> meta) implements Lookup {

        public Open {
            meta = Map.copyOf(meta);
        }
    }

    /** Its key was destroyed, or no scope has this id. */
    record Destroyed() implements Lookup {}

    record Unavailable(Unavailability reason) implements Lookup {}
}
