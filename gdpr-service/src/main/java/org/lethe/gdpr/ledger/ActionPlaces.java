package org.lethe.gdpr.ledger;

import java.util.List;
import java.util.stream.IntStream;
import org.lethe.gdpr.checkpoint.CheckpointStore;

/**
 * Where the actions are that follow an entry, which may still have to be read.
 *
 * @param numbers of entries that are actions, from one on that may come before
 * @param offsets of the same entries
 * @param after the number of the entry that they follow
 */
record ActionPlaces(Slice numbers, Slice offsets, long after, int limit) implements Offsets {

    @Override
    public List<Long> read(CheckpointStore store) {
        List<Long> allNumbers = numbers.read(store);
        List<Long> allOffsets = offsets.read(store);
        return IntStream.range(0, allNumbers.size())
                .filter(i -> allNumbers.get(i) > after)
                .limit(limit)
                .mapToObj(allOffsets::get)
                .toList();
    }
}
