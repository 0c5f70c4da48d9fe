package org.lethe.contracts.tree;

import java.util.Arrays;

/** Hashes one after the other in one array, so that each takes its 32 bytes. Not thread-safe. */
final class HashList {

    private static final int FIRST = 16;

    private byte[] bytes;
    private int count;

    HashList() {
        this(new byte[FIRST * TreeHash.LENGTH], 0);
    }

    private HashList(byte[] bytes, int count) {
        this.bytes = bytes;
        this.count = count;
    }

    static HashList of(byte[] hashes) {
        return new HashList(hashes, hashes.length / TreeHash.LENGTH);
    }

    int count() {
        return count;
    }

    void add(byte[] hash) {
        int end = count * TreeHash.LENGTH;
        if (end == bytes.length) {
            int room = count + Math.max(count / 2, FIRST);
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(room, TreeHash.LENGTH));
        }
        System.arraycopy(hash, 0, bytes, end, TreeHash.LENGTH);
        count++;
    }

    byte[] get(int index) {
        int begin = index * TreeHash.LENGTH;
        return Arrays.copyOfRange(bytes, begin, begin + TreeHash.LENGTH);
    }

    /** All from an index on, one after the other. */
    byte[] from(int index) {
        return Arrays.copyOfRange(bytes, index * TreeHash.LENGTH, count * TreeHash.LENGTH);
    }

    /** What is there now; what is added to this list later is not in it. */
    HashList now() {
        return new HashList(bytes, count);
    }

    /** The root of the hashes from one to before another, a power of two of them. */
    byte[] root(int begin, int end) {
        if (end - begin == 1) {
            return get(begin);
        }
        int middle = (begin + end) >>> 1;
        return TreeHash.node(root(begin, middle), root(middle, end));
    }
}
