package org.lethe.contracts.tree;

/** Where a tree finds the leaves that it does not keep. */
public interface Tiles {

    /** How many leaves a tile has. */
    int LEAVES = 256;

    /**
     * The hashes of the leaves of a complete tile, one after the other.
     *
     * @param tile from 0: the first has the first 256 leaves
     */
    byte[] leaves(long tile);
}
