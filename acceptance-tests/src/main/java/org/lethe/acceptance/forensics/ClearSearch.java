package org.lethe.acceptance.forensics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The first attack: looks for every canary, in every encoding, in every place. */
final class ClearSearch {
    private final List<Place> places;

    ClearSearch(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /** What was found, place by place; a place that can't be searched says so. */
    List<Finding> search(List<Needle> needles) {
        Haystack haystack = new Haystack(needles);
        List<Finding> findings = new ArrayList<>();
        for (Place place : places) {
            findings.add(search(place, haystack));
        }
        return findings;
    }

    private static Finding search(Place place, Haystack haystack) {
        List<Finding.Hit> hits = new ArrayList<>();
        try {
            place.read((part, content) -> {
                for (Needle needle : haystack.search(content)) {
                    hits.add(new Finding.Hit(part, needle.toString()));
                }
            });
        } catch (IOException e) {
            return new Finding.Skipped(place.name(), String.valueOf(e.getMessage()));
        }
        hits.sort(Comparator.comparing(Finding.Hit::part));
        return hits.isEmpty()
                ? new Finding.Clean(place.name())
                : new Finding.Found(place.name(), List.copyOf(hits));
    }
}
