package org.lethe.runtime.gate;

/**
 * Whether something is too full to take more. Once it is, it must fall well below the mark, so that
 * the answer does not change with every look.
 */
public final class HighWater {

    private static final double GAP = 0.05;

    private final double mark;
    private volatile boolean isOver;

    /**
     * @param percent of the whole, from 1 to 100
     */
    public HighWater(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a mark is from 1 to 100 percent");
        }
        this.mark = percent / 100.0;
    }

    /**
     * How full it is now; for one thread.
     *
     * @param share from 0 to 1
     */
    public void note(double share) {
        isOver = share >= (isOver ? mark - Math.min(GAP, mark / 2) : mark);
    }

    public boolean isOver() {
        return isOver;
    }
}
