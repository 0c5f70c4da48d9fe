package org.lethe.gdpr.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.gdpr.checkpoint.PageRef;

/**
 * Offsets or numbers: an account has one for each of its entries. Those that were added last are
 * here, 8 bytes each and some room for more; blocks of earlier ones are on pages, of which their
 * places are known. Not thread-safe, but what it gives is.
 */
final class PlaceList {

    /** How many are on one page of a list that pages are read of. */
    static final int BLOCK = 512;

    private static final int FIRST = 4;

    private final int block;
    private final List<Block> blocks = new ArrayList<>();
    private long[] open = new long[FIRST];
    private int count;

    PlaceList() {
        this(BLOCK);
    }

    /**
     * @param block how many are on one page
     */
    PlaceList(int block) {
        this.block = block;
    }

    static PlaceList of(State state, int block) {
        var list = new PlaceList(block);
        var numbers = state.blocks().iterator();
        while (numbers.hasNext()) {
            long first = numbers.next();
            list.blocks.add(
                    new Block(first, new PageRef(numbers.next(), numbers.next(), numbers.next())));
        }
        state.open().forEach(list::add);
        return list;
    }

    void add(long place) {
        if (count == open.length) {
            open = Arrays.copyOf(open, Math.addExact(count, Math.max(FIRST, count / 2)));
        }
        open[count++] = place;
    }

    long count() {
        return onPages() + count;
    }

    /** So many from an index on, or as many as there are. */
    Slice from(long index, int limit) {
        long end = Math.min(count(), index + limit);
        if (index >= end) {
            return Slice.EMPTY;
        }
        if (index >= onPages()) {
            return new Slice(List.of(), 0, end - index, places(index - onPages(), end - onPages()));
        }
        int first = Math.toIntExact(index / block);
        int last = Math.toIntExact(Math.min(blocks.size(), Math.ceilDiv(end, block)));
        return new Slice(
                blocks.subList(first, last).stream().map(Block::page).toList(),
                (int) (index % block),
                end - index,
                places(0, Math.max(0, end - onPages())));
    }

    /**
     * An index at or before that of the first that is greater, if they rise: that of the first that
     * is here, or of a block's.
     */
    long near(long place) {
        if (blocks.isEmpty() || (count > 0 && open[0] <= place)) {
            int found = Arrays.binarySearch(open, 0, count, place);
            return onPages() + (found < 0 ? -found - 1 : found + 1);
        }
        int after = 0;
        int end = blocks.size();
        while (after < end) {
            int middle = (after + end) >>> 1;
            if (blocks.get(middle).first() <= place) {
                after = middle + 1;
            } else {
                end = middle;
            }
        }
        return Math.max(0, after - 1) * (long) block;
    }

    /** The blocks here that are complete, as their pages are to be. */
    List<byte[]> complete() {
        var pages = new ArrayList<byte[]>();
        for (int begin = 0; begin + block <= count; begin += block) {
            ByteBuffer page = ByteBuffer.allocate(block * Long.BYTES);
            page.asLongBuffer().put(open, begin, block);
            pages.add(page.array());
        }
        return pages;
    }

    /** Forgets the first blocks here, which are now on pages. */
    void moved(List<PageRef> pages) {
        for (int i = 0; i < pages.size(); i++) {
            blocks.add(new Block(open[i * block], pages.get(i)));
        }
        int left = count - pages.size() * block;
        open = Arrays.copyOfRange(open, count - left, Math.max(count, count - left + FIRST));
        count = left;
    }

    /** The pages that it has blocks on. */
    List<PageRef> pages() {
        return blocks.stream().map(Block::page).toList();
    }

    State state() {
        return new State(
                blocks.stream()
                        .flatMap(block ->
                                Stream.of(
                                        block.first(),
                                        block.page().offset(),
                                        block.page().high(),
                                        block.page().low()))
                        .toList(),
                places(0, count));
    }

    private long onPages() {
        return blocks.size() * (long) block;
    }

    private List<Long> places(long begin, long end) {
        return Arrays.stream(open, (int) begin, (int) end).boxed().toList();
    }

    /**
     * A block on its page.
     *
     * @param first of its places
     */
    private record Block(long first, PageRef page) {}

    /**
     * What a list can be made of again. There are thousands of blocks, so they are plain numbers:
     * to read so many objects takes a JVM that has just begun seconds.
     *
     * @param blocks four numbers each: the first place, and of the page its offset and digest
     * @param open the places that are on no page
     */
    record State(List<Long> blocks, List<Long> open) {

        State {
            blocks = List.copyOf(blocks);
            open = List.copyOf(open);
        }
    }
}
