package org.lethe.contracts.visit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.personal.Referrer;

/**
 * What is known of a visit, as it is sealed under the key of its content.
 *
 * @param details custom data that the site passed
 * @param referrer of the visit's first page, or of the latest that came from elsewhere
 */
public record VisitDocument(
        Instant since,
        PageTrail trail,
        @Nullable Referrer referrer,
        Location location,
        ClientTraits client,
        Map<DetailName, DetailText> details,
        Consent consent) {

    /** How many details a visit has at most; those that came first stay. */
    public static final int MAX_DETAILS = 20;

    public VisitDocument {
        // In the order of the site, which operators see, too.
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** The document after the visitor went to another page. */
    public VisitDocument visiting(PageView page, @Nullable Referrer from) {
        Referrer cameFrom = referrer == null ? from : referrer;
        return new VisitDocument(
                since, trail.visiting(page), cameFrom, location, client, details, consent);
    }

    /** The document after the site passed these details, once more or otherwise. */
    public VisitDocument knowing(Map<DetailName, @Nullable DetailText> told) {
        return new VisitDocument(
                since, trail, referrer, location, client, merged(details, told), consent);
    }

    /**
     * Details after some were passed: nothing of it costs a visit, so that what is too much is left
     * out.
     *
     * @param told a name without a text takes the detail away
     */
    public static Map<DetailName, DetailText> merged(
            Map<DetailName, DetailText> details, Map<DetailName, @Nullable DetailText> told) {
        Map<DetailName, DetailText> merged = new LinkedHashMap<>(details);
        // First, so that what is new has their places.
        merged.keySet().removeIf(name -> told.containsKey(name) && told.get(name) == null);
        told.forEach((name, value) -> {
            boolean fits =
                    merged.containsKey(name) || (!name.isEmpty() && merged.size() < MAX_DETAILS);
            if (value != null && fits) {
                merged.put(name, value);
            }
        });
        return merged;
    }
}
