package org.lethe.gdpr.ledger;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Optional;
import org.lethe.contracts.event.Digest;
import org.lethe.gdpr.checkpoint.CheckpointStore;

/**
 * Offsets by digest: all of them here, since whether a request was completed must be known while
 * Kafka is away; and what came since the last checkpoint, in its order, for the next. Not
 * thread-safe.
 */
final class DigestIndex {

    /** Two halves of a key and a place. */
    private static final int LONGS = 3;

    /** 96 KB a page. */
    private static final int BLOCK = LONGS * 4096;

    private final PlaceIndex index = new PlaceIndex();
    private final PlaceList log;

    DigestIndex() {
        this(new PlaceList(BLOCK));
    }

    private DigestIndex(PlaceList log) {
        this.log = log;
    }

    /** Reads all of its pages. */
    static DigestIndex of(PlaceList.State state, CheckpointStore store) {
        var digests = new DigestIndex(PlaceList.of(state, BLOCK));
        Pages.read(
                digests.log.pages(),
                store,
                page -> digests.take(ByteBuffer.wrap(page).asLongBuffer()));
        digests.take(LongBuffer.wrap(state.open().stream().mapToLong(Long::longValue).toArray()));
        return digests;
    }

    /** What is there already stays. */
    void put(Digest digest, long place) {
        ByteBuffer key = ByteBuffer.wrap(digest.bytes());
        long high = key.getLong();
        long low = key.getLong();
        index.put(high, low, place);
        log.add(high);
        log.add(low);
        log.add(place);
    }

    Optional<Long> get(Digest digest) {
        return index.get(digest);
    }

    PlaceList log() {
        return log;
    }

    private void take(LongBuffer entries) {
        while (entries.hasRemaining()) {
            index.put(entries.get(), entries.get(), entries.get());
        }
    }
}
