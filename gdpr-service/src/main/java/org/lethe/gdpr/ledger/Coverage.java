package org.lethe.gdpr.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.event.LedgerFact.Covered;

/** Up to where the lifecycle topics are counted in an account's entries. */
public final class Coverage {

    private final Map<Place, Long> until = new HashMap<>();

    /** The first offset of a partition that is not counted. */
    public long until(Place place) {
        return until.getOrDefault(place, 0L);
    }

    /** Takes all of these ranges, or none if one covers what is counted. */
    boolean extend(List<Covered> ranges) {
        var extended = new HashMap<>(until);
        for (Covered range : ranges) {
            var place = new Place(range.topic(), range.partition());
            if (range.from() < extended.getOrDefault(place, 0L)) {
                return false;
            }
            extended.put(place, range.until());
        }
        until.putAll(extended);
        return true;
    }

    /** All that is counted, as ranges from 0. */
    List<Covered> ranges() {
        return until.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(end ->
                        new Covered(
                                end.getKey().topic(), end.getKey().partition(), 0, end.getValue()))
                .toList();
    }

    Coverage copy() {
        var copy = new Coverage();
        copy.until.putAll(until);
        return copy;
    }
}
