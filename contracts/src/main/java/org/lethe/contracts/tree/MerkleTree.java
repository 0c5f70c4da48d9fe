package org.lethe.contracts.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lethe.contracts.event.Digest;

/**
 * A Merkle tree as RFC 9162 has it, at one size; it gives roots and proofs of each smaller size,
 * too. Reads at most two tiles for a proof.
 *
 * <p>A tile that is no longer what the tree was made of is a {@link ChangedLeavesException}.
 */
public final class MerkleTree {

    /** The height of a tile. */
    private static final int HEIGHT = Integer.numberOfTrailingZeros(Tiles.LEAVES);

    private final long size;
    private final List<HashList> levels;
    private final HashList open;
    private final Tiles tiles;

    MerkleTree(long size, List<HashList> levels, HashList open, Tiles tiles) {
        this.size = size;
        this.levels = levels;
        this.open = open;
        this.tiles = tiles;
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** How many of its tiles are complete. */
    public long completeTiles() {
        return size / Tiles.LEAVES;
    }

    /** The roots of the complete tiles from one on, one after the other: 32 bytes each. */
    public byte[] tileRoots(long from) {
        require(0 <= from && from <= completeTiles());
        return from == completeTiles()
                ? new byte[0]
                : levels.getFirst().from(Math.toIntExact(from));
    }

    /** Whether a complete tile has been made of these leaves, one after the other. */
    public boolean isTile(long tile, byte[] leaves) {
        require(0 <= tile && tile < completeTiles());
        HashList all = HashList.of(leaves);
        return all.count() == Tiles.LEAVES
                && Arrays.equals(
                        all.root(0, Tiles.LEAVES), levels.getFirst().get(Math.toIntExact(tile)));
    }

    public Digest root() {
        return root(size);
    }

    /** The root that the tree had when it had so many leaves. */
    public Digest root(long of) {
        require(0 <= of && of <= size);
        return Digest.of(of == 0 ? TreeHash.empty() : hash(0, of));
    }

    /** That a leaf is in the tree of this size. */
    public InclusionProof inclusion(long index, long of) {
        require(0 <= index && index < of && of <= size);
        var path = new ArrayList<Digest>();
        long begin = 0;
        long end = of;
        while (end - begin > 1) {
            long middle = begin + split(end - begin);
            if (index < middle) {
                path.add(Digest.of(hash(middle, end)));
                end = middle;
            } else {
                path.add(Digest.of(hash(begin, middle)));
                begin = middle;
            }
        }
        return new InclusionProof(index, of, path.reversed());
    }

    /** That the tree of a size has all leaves of a smaller one, in their places. */
    public ConsistencyProof consistency(long from, long to) {
        require(0 <= from && from <= to && to <= size);
        var path = new ArrayList<Digest>();
        long begin = 0;
        long end = to;
        while (from > 0 && from < end) {
            long middle = begin + split(end - begin);
            if (from <= middle) {
                path.add(Digest.of(hash(middle, end)));
                end = middle;
            } else {
                path.add(Digest.of(hash(begin, middle)));
                begin = middle;
            }
        }
        // What is the whole of the smaller tree is known to who verifies.
        if (begin > 0) {
            path.add(Digest.of(hash(begin, end)));
        }
        return new ConsistencyProof(from, to, path.reversed());
    }

    /** Of leaves from a place that their number's greatest power of two divides. */
    private byte[] hash(long begin, long end) {
        long count = end - begin;
        if (Long.bitCount(count) == 1) {
            return node(Long.numberOfTrailingZeros(count), begin);
        }
        long middle = begin + split(count);
        return TreeHash.node(hash(begin, middle), hash(middle, end));
    }

    private byte[] node(int level, long begin) {
        if (level >= HEIGHT) {
            return levels.get(level - HEIGHT).get(Math.toIntExact(begin >> level));
        }
        int first = (int) (begin % Tiles.LEAVES);
        return tile(begin / Tiles.LEAVES).root(first, first + (1 << level));
    }

    private HashList tile(long tile) {
        if (tile == completeTiles()) {
            return open;
        }
        byte[] leaves = tiles.leaves(tile);
        if (!isTile(tile, leaves)) {
            throw new ChangedLeavesException();
        }
        return HashList.of(leaves);
    }

    /** The greatest power of two that is less. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw new IllegalArgumentException("no such leaf or size of the tree");
        }
    }
}
