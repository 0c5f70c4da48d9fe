package org.lethe.runtime.outside;

import java.net.URI;
import java.util.Map;

/**
 * Posts to URLs that somebody else named: to the outside alone, see {@link OutsideUrls}. No
 * redirect is followed, and of the answer nothing is read but its head.
 */
@FunctionalInterface
public interface OutsidePosts {

    /** Blocks, for {@link OutsideSettings#timeout} at most. */
    PostOutcome post(URI url, Map<String, String> headers, byte[] body);
}
