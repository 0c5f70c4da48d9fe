package org.lethe.contracts.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree to which leaves are added.
 *
 * <p>It keeps the leaves' hashes of the last tile, and of all tiles before only what is above them:
 * 64 bytes for 256 leaves. Not thread-safe; what {@link #now} gives is.
 */
public final class GrowingTree {

    private final Tiles tiles;
    private final List<HashList> levels = new ArrayList<>();
    private HashList open = new HashList();
    private long size;

    /** An empty tree. */
    public GrowingTree(Tiles tiles) {
        this.tiles = tiles;
    }

    /**
     * A tree of complete tiles, by their roots.
     *
     * @param roots of the tiles, one after the other, as {@link MerkleTree#tileRoots} gives them
     */
    public static GrowingTree of(byte[] roots, Tiles tiles) {
        var tree = new GrowingTree(tiles);
        HashList all = HashList.of(roots);
        for (int i = 0; i < all.count(); i++) {
            tree.addNode(0, all.get(i));
        }
        tree.size = (long) all.count() * Tiles.LEAVES;
        return tree;
    }

    /** Adds a leaf by its hash. */
    public void add(byte[] leaf) {
        open.add(leaf);
        size++;
        if (open.count() == Tiles.LEAVES) {
            addNode(0, open.root(0, Tiles.LEAVES));
            // Not emptied: whoever asked before still reads it.
            open = new HashList();
        }
    }

    public long size() {
        return size;
    }

    /** The tree as it is now, which no longer grows. */
    public MerkleTree now() {
        return new MerkleTree(size, levels.stream().map(HashList::now).toList(), open.now(), tiles);
    }

    private void addNode(int level, byte[] node) {
        if (level == levels.size()) {
            levels.add(new HashList());
        }
        HashList nodes = levels.get(level);
        nodes.add(node);
        int count = nodes.count();
        if (count % 2 == 0) {
            addNode(level + 1, nodes.root(count - 2, count));
        }
    }
}
