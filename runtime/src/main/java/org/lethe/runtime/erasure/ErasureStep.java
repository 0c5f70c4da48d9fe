package org.lethe.runtime.erasure;

import java.util.Map;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;

/**
 * What a service does for an erasure: each that holds something of visitors has one bean of this
 * type, and does not build without it. The keys of all that is named are destroyed before.
 */
@FunctionalInterface
public interface ErasureStep {

    /**
     * Removes what this service holds of the named scopes, for certain, and says how many are gone,
     * in the one meaning that {@link RemainsKind} gives to counts.
     *
     * <p>May be called again at any time, also beside itself and after a crash in the middle; then
     * it does what is left and answers the same. While it is uncertain whether something is gone it
     * throws what is worth another try, and is called again.
     */
    Map<RemainsKind, Integer> remove(ErasureRequested request);
}
