package org.lethe.gdpr.ledger;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.gdpr.checkpoint.PageRef;

/**
 * Neighbours in a list of places, which may still have to be read.
 *
 * @param pages that have the first of them
 * @param skipped how many of the first page do not belong to it
 * @param limit how many belong to it
 * @param rest those that are on no page
 */
record Slice(List<PageRef> pages, int skipped, long limit, List<Long> rest) implements Offsets {

    static final Slice EMPTY = new Slice(List.of(), 0, 0, List.of());

    Slice {
        pages = List.copyOf(pages);
        rest = List.copyOf(rest);
    }

    @Override
    public List<Long> read(CheckpointStore store) {
        var places = new ArrayList<Long>();
        for (byte[] page : store.read(pages)) {
            LongBuffer all = ByteBuffer.wrap(page).asLongBuffer();
            while (all.hasRemaining()) {
                places.add(all.get());
            }
        }
        places.addAll(rest);
        return places.stream().skip(skipped).limit(limit).toList();
    }
}
