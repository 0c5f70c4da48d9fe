package org.lethe.gdpr.ledger;

import java.util.Arrays;
import java.util.List;

/** Offsets, 8 bytes each and some room for more: an account has one for each of its entries. */
final class PlaceList {

    private static final int FIRST = 4;

    private long[] places = new long[FIRST];
    private int count;

    void add(long place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, Math.addExact(count, Math.max(FIRST, count / 2)));
        }
        places[count++] = place;
    }

    int count() {
        return count;
    }

    /** So many from an index on, or as many as there are. */
    List<Long> from(int index, int limit) {
        int end = (int) Math.min(count, (long) index + limit);
        return Arrays.stream(places, index, end).boxed().toList();
    }
}
