package org.lethe.presence.enrichment;

import java.util.Arrays;

/**
 * Sorted, disjoint ranges of unsigned numbers, each with a label, in two plain arrays.
 *
 * <p>Half a million networks take 12 bytes each; as objects they would take ten times as much.
 */
final class RangeTable {

    /** The label of a gap between ranges. */
    static final int NONE = -1;

    private final long[] starts;
    private final int[] labels;

    private RangeTable(long[] starts, int[] labels) {
        this.starts = starts;
        this.labels = labels;
    }

    /** The label of the range that holds the number, or {@link #NONE}. */
    int find(long unsigned) {
        int at = Arrays.binarySearch(starts, ordered(unsigned));
        int range = at >= 0 ? at : -at - 2;
        return range < 0 ? NONE : labels[range];
    }

    /** Flips the sign bit, so that signed comparison puts unsigned numbers in order. */
    private static long ordered(long unsigned) {
        return unsigned ^ Long.MIN_VALUE;
    }

    /** Takes ranges in ascending order, and joins those of one label that touch. */
    static final class Builder {

        private static final int FIRST_CAPACITY = 1 << 12;
        private static final long HIGHEST = -1L;

        private long[] starts = new long[FIRST_CAPACITY];
        private int[] labels = new int[FIRST_CAPACITY];
        private int size;

        /**
         * Adds a range, both ends included; a range that begins where an earlier one reaches is
         * ignored, since the table can't hold both.
         */
        Builder add(long first, long last, int label) {
            long start = ordered(first);
            if (size > 0 && (start < starts[size - 1] || labels[size - 1] != NONE)) {
                return this;
            }
            if (size > 0 && starts[size - 1] == start) {
                size--;
            }
            if (size == 0 || labels[size - 1] != label) {
                append(start, label);
            }
            if (last != HIGHEST) {
                append(ordered(last + 1), NONE);
            }
            return this;
        }

        private void append(long start, int label) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                labels = Arrays.copyOf(labels, size * 2);
            }
            starts[size] = start;
            labels[size] = label;
            size++;
        }

        RangeTable build() {
            return new RangeTable(Arrays.copyOf(starts, size), Arrays.copyOf(labels, size));
        }
    }
}
