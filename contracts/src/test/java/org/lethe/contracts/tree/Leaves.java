package org.lethe.contracts.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lethe.contracts.event.Digest;

/** Leaves in memory, with the definitions of RFC 9162 as they stand there: slow, and plain. */
final class Leaves implements Tiles {

    private final List<byte[]> hashes = new ArrayList<>();
    private final GrowingTree tree = new GrowingTree(this);

    static Leaves numbered(int count) {
        var leaves = new Leaves();
        for (int i = 0; i < count; i++) {
            leaves.add(("leaf " + i).getBytes(StandardCharsets.UTF_8));
        }
        return leaves;
    }

    void add(byte[] content) {
        byte[] hash = TreeHash.leaf(content);
        hashes.add(hash);
        tree.add(hash);
    }

    byte[] hash(int index) {
        return hashes.get(index);
    }

    MerkleTree tree() {
        return tree.now();
    }

    @Override
    public byte[] leaves(long tile) {
        var all = new byte[LEAVES * TreeHash.LENGTH];
        for (int i = 0; i < LEAVES; i++) {
            byte[] hash = hashes.get(Math.toIntExact(tile) * LEAVES + i);
            System.arraycopy(hash, 0, all, i * TreeHash.LENGTH, TreeHash.LENGTH);
        }
        return all;
    }

    /** MTH(D[0:n]). */
    Digest root(int size) {
        return Digest.of(size == 0 ? TreeHash.empty() : mth(0, size));
    }

    /** PATH(m, D[0:n]). */
    List<Digest> path(int index, int size) {
        return path(index, 0, size);
    }

    /** PROOF(m, D[0:n]). */
    List<Digest> proof(int from, int size) {
        return subproof(from, 0, size, true);
    }

    private byte[] mth(int begin, int end) {
        if (end - begin == 1) {
            return hashes.get(begin);
        }
        int k = begin + split(end - begin);
        return TreeHash.node(mth(begin, k), mth(k, end));
    }

    private List<Digest> path(int m, int begin, int end) {
        if (end - begin == 1) {
            return List.of();
        }
        int k = split(end - begin);
        return m < k
                ? and(path(m, begin, begin + k), mth(begin + k, end))
                : and(path(m - k, begin + k, end), mth(begin, begin + k));
    }

    private List<Digest> subproof(int m, int begin, int end, boolean whole) {
        if (m == end - begin) {
            return whole ? List.of() : List.of(Digest.of(mth(begin, end)));
        }
        int k = split(end - begin);
        return m <= k
                ? and(subproof(m, begin, begin + k, whole), mth(begin + k, end))
                : and(subproof(m - k, begin + k, end, false), mth(begin, begin + k));
    }

    private static List<Digest> and(List<Digest> path, byte[] last) {
        var longer = new ArrayList<>(path);
        longer.add(Digest.of(last));
        return longer;
    }

    private static int split(int count) {
        int k = 1;
        while (k * 2 < count) {
            k *= 2;
        }
        return k;
    }
}
