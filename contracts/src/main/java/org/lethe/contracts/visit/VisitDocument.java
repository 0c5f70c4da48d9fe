package org.lethe.contracts.visit;

import java.time.Instant;
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

    public VisitDocument {
        details = Map.copyOf(details);
    }

    /** The document after the visitor went to another page. */
    public VisitDocument visiting(PageView page, @Nullable Referrer from) {
        Referrer cameFrom = referrer == null ? from : referrer;
        return new VisitDocument(
                since, trail.visiting(page), cameFrom, location, client, details, consent);
    }
}
