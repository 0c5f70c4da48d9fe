package org.lethe.gdpr.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * Offsets or numbers, 8 bytes each and some room for more: an account has one for each of its
 * entries.
 */
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

    /** The index of the first that is greater, if they rise; their count if none is. */
    int after(long place) {
        int found = Arrays.binarySearch(places, 0, count, place);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** So many from an index on, or as many as there are. */
    List<Long> from(int index, int limit) {
        int end = (int) Math.min(count, (long) index + limit);
        return Arrays.stream(places, index, end).boxed().toList();
    }
}
