package org.lethe.contracts.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        return !path.isEmpty()
                && roots(
                                isFirstLeftOut()
                                        ? Stream.concat(Stream.of(first), path.stream()).toList()
                                        : path)
                        .filter(roots -> roots.smaller.equals(first))
                        .filter(roots -> roots.greater.equals(second))
                        .isPresent();
    }

    /**
     * Whether the greater root follows from it, whatever the smaller one is. Never where the
     * smaller tree is empty, complete or the same, since the path then needs what it leaves out.
     */
    public boolean leadsTo(Digest second) {
        return 0 < from
                && from < to
                && !isFirstLeftOut()
                && !path.isEmpty()
                && roots(path).filter(roots -> roots.greater.equals(second)).isPresent();
    }

    /** The smaller tree is then a node of the greater one. */
    private boolean isFirstLeftOut() {
        return Long.bitCount(from) == 1;
    }

    private Optional<Roots> roots(List<Digest> hashes) {
        var way = new Way(from - 1, to - 1);
        way.skipRight();
        byte[] smaller = hashes.getFirst().bytes();
        byte[] greater = smaller;
        for (Digest hash : hashes.subList(1, hashes.size())) {
            if (way.isAtRoot()) {
                return Optional.empty();
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
                ? Optional.of(new Roots(Digest.of(smaller), Digest.of(greater)))
                : Optional.empty();
    }

    private record Roots(Digest smaller, Digest greater) {}
}
