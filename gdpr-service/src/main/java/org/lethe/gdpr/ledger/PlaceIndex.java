package org.lethe.gdpr.ledger;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.lethe.contracts.event.Digest;

/**
 * Offsets by digest, in arrays: 36 to 72 bytes each. The first 16 bytes of a SHA-256 stand for it,
 * which nobody can make two of.
 */
final class PlaceIndex {

    private static final int FIRST = 64;
    private static final int FULL_PERCENT = 66;

    private long[] keys = new long[2 * FIRST];

    /** One more than the offset; 0 where nothing is. */
    private long[] places = new long[FIRST];

    private int count;

    /** What is there already stays. */
    void put(Digest digest, long place) {
        ByteBuffer key = ByteBuffer.wrap(digest.bytes());
        put(key.getLong(), key.getLong(), place);
    }

    /** By the first and the second 8 bytes of a digest. */
    void put(long high, long low, long place) {
        if (count * 100L >= places.length * (long) FULL_PERCENT) {
            grow();
        }
        enter(high, low, place + 1);
    }

    Optional<Long> get(Digest digest) {
        ByteBuffer key = ByteBuffer.wrap(digest.bytes());
        long place = places[slot(key.getLong(), key.getLong())];
        return place == 0 ? Optional.empty() : Optional.of(place - 1);
    }

    private void enter(long high, long low, long place) {
        int slot = slot(high, low);
        if (places[slot] == 0) {
            keys[2 * slot] = high;
            keys[2 * slot + 1] = low;
            places[slot] = place;
            count++;
        }
    }

    /** Where it is, or where it would be; there is always room. */
    private int slot(long high, long low) {
        int mask = places.length - 1;
        int slot = (int) high & mask;
        while (places[slot] != 0 && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldPlaces = places;
        keys = new long[Math.multiplyExact(oldKeys.length, 2)];
        places = new long[oldPlaces.length * 2];
        count = 0;
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != 0) {
                enter(oldKeys[2 * i], oldKeys[2 * i + 1], oldPlaces[i]);
            }
        }
    }
}
