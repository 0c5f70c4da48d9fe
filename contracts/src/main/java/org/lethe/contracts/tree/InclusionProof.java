package org.lethe.contracts.tree;

import java.util.Arrays;
import java.util.List;
import org.lethe.contracts.event.Digest;

/**
 * That a leaf is in a tree (RFC 9162, 2.1.3).
 *
 * @param index the leaf's, from 0
 * @param size how many leaves the tree has
 * @param path the hashes beside the way from the leaf to the root, from below
 */
public record InclusionProof(long index, long size, List<Digest> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Whether it proves that a leaf is in the tree with a root.
     *
     * @param leaf the leaf's hash
     */
    public boolean proves(byte[] leaf, Digest root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var way = new Way(index, size - 1);
        byte[] hash = leaf;
        for (Digest beside : path) {
            if (way.isAtRoot()) {
                return false;
            }
            hash =
                    way.goesLeft()
                            ? TreeHash.node(beside.bytes(), hash)
                            : TreeHash.node(hash, beside.bytes());
            way.up();
        }
        return way.isAtRoot() && Arrays.equals(hash, root.bytes());
    }
}
