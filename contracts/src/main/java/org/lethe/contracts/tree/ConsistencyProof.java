package org.lethe.contracts.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lethe.contracts.event.Digest;

/**
 * That a tree has all leaves of a smaller one, in their places: nothing was changed, moved or taken
 * out, only added (RFC 9162, 2.1.4).
 *
 * @param from leaves of the smaller tree
 * @param to leaves of the greater tree
 * @param path the hashes from which both roots follow; none if the trees are the same, or one is
 *     empty
 */
public record ConsistencyProof(long from, long to, List<Digest> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether it proves that the trees with these roots are one that has grown. */
    public boolean proves(Digest first, Digest second) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0) {
            return path.isEmpty() && Arrays.equals(first.bytes(), TreeHash.empty());
        }
        if (from == to) {
            return path.isEmpty() && first.equals(second);
        }
        return !path.isEmpty() && grows(first, second);
    }

    private boolean grows(Digest first, Digest second) {
        var hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.addFirst(first);
        }
        var way = new Way(from - 1, to - 1);
        way.skipRight();
        byte[] smaller = hashes.getFirst().bytes();
        byte[] greater = smaller;
        for (Digest hash : hashes.subList(1, hashes.size())) {
            if (way.isAtRoot()) {
                return false;
            }
            byte[] beside = hash.bytes();
            if (way.goesLeft()) {
                smaller = TreeHash.node(beside, smaller);
                greater = TreeHash.node(beside, greater);
            } else {
                greater = TreeHash.node(greater, beside);
            }
            way.up();
        }
        return way.isAtRoot()
                && Arrays.equals(smaller, first.bytes())
                && Arrays.equals(greater, second.bytes());
    }
}
