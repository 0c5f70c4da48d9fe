package org.lethe.acceptance.forensics;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What an attack found in one place. */
sealed interface Finding {

    String place();

    /** Searched, nothing there. */
    record Clean(String place) implements Finding {}

    /** Could not be searched on this system; a failure in CI. */
    record Skipped(String place, String why) implements Finding {}

    record Found(String place, List<Hit> hits) implements Finding {}

    /** One canary in one part of a place; never the canary itself. */
    record Hit(String part, String what) {}

    /** Looks into one part of a place, and adds what it finds there. */
    interface Look {
        void into(String part, InputStream content, List<Hit> hits) throws IOException;
    }

    /** What a look finds, place by place; a place that can't be searched says so. */
    static List<Finding> in(List<? extends Place> places, Look look) {
        return places.stream().map(place -> in(place, look)).toList();
    }

    private static Finding in(Place place, Look look) {
        List<Hit> hits = new ArrayList<>();
        try {
            place.read((part, content) -> look.into(part, content, hits));
        } catch (IOException e) {
            return new Skipped(place.name(), String.valueOf(e.getMessage()));
        }
        hits.sort(Comparator.comparing(Hit::part));
        return hits.isEmpty()
                ? new Clean(place.name())
                : new Found(place.name(), List.copyOf(hits));
    }
}
