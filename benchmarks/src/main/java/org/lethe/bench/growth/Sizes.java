package org.lethe.bench.growth;

import java.util.List;
import java.util.stream.IntStream;

/** How many of something there are, one after the other. */
final class Sizes {

    private Sizes() {}

    /** Those of the steps that are below the most, and the most. */
    static List<Integer> upTo(int most, int... steps) {
        return IntStream.concat(IntStream.of(steps).filter(size -> size < most), IntStream.of(most))
                .boxed()
                .toList();
    }
}
