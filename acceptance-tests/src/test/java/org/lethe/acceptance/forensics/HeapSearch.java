package org.lethe.acceptance.forensics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.stack.layout.StackState;

/** A look into the live heaps of the five services while they work. */
public final class HeapSearch {
    private static final String CONTROL = "control";

    private final List<Place> heaps;
    private final List<Needle> needles = new ArrayList<>();

    /**
     * @param canaries what to look for, in every encoding that can't occur by chance
     */
    public HeapSearch(StackState suite, List<Canary> canaries) {
        heaps = Places.heaps(suite);
        String secret = suite.redis().user().password();
        Stream<Needle> sought = Needle.of(canaries).stream().filter(Needle::isCertain);
        Stream<Needle> known = Needle.of(List.of(new Canary(CONTROL, secret, secret))).stream();
        Stream.concat(sought, known).forEach(needles::add);
    }

    /** The heaps in which a canary lives, and those that this search can't see into. */
    public List<String> found() {
        return new Haystack(needles).search(heaps).stream().flatMap(HeapSearch::told).toList();
    }

    private static Stream<String> told(Finding finding) {
        return switch (finding) {
            case Finding.Clean clean -> Stream.of(clean.place() + ": blind");
            case Finding.Skipped skipped -> Stream.of(skipped.place() + ": " + skipped.why());
            case Finding.Found found -> {
                List<String> hits = found.hits().stream().map(Finding.Hit::what).toList();
                boolean blind = hits.stream().noneMatch(HeapSearch::isControl);
                yield blind
                        ? Stream.of(found.place() + ": blind")
                        : hits.stream()
                                .filter(hit -> !isControl(hit))
                                .map(hit -> found.place() + ": " + hit);
            }
        };
    }

    private static boolean isControl(String hit) {
        return hit.startsWith(CONTROL + " ");
    }
}
