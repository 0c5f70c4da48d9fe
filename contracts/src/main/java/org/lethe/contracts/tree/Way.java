package org.lethe.contracts.tree;

/** The way from a leaf to the root, as RFC 9162 goes it (2.1.3.2 and 2.1.4.2). */
final class Way {

    /** The place on this level, and the last one there is: {@code fn} and {@code sn}. */
    private long place;

    private long last;

    Way(long place, long last) {
        this.place = place;
        this.last = last;
    }

    boolean isAtRoot() {
        return last == 0;
    }

    /** Whether what comes next is to the left of what is known. */
    boolean goesLeft() {
        return isRight() || place == last;
    }

    void up() {
        if (goesLeft()) {
            skipLonely();
        }
        shift();
    }

    /** Leaves out the levels that are the right end of a complete subtree. */
    void skipRight() {
        while (isRight()) {
            shift();
        }
    }

    /** A node without a neighbour is the same node a level higher. */
    private void skipLonely() {
        while (!isRight() && place != 0) {
            shift();
        }
    }

    private boolean isRight() {
        return (place & 1) == 1;
    }

    private void shift() {
        place >>= 1;
        last >>= 1;
    }
}
