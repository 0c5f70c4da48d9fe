package org.lethe.bench.soak;

import java.time.Duration;

/**
 * The steady rhythm in which chats come and go, so that as many as were asked for are open.
 *
 * @param pause from one that comes to the next
 * @param mean of how long they stay
 */
record Turnover(Duration pause, Duration mean) {

    private static final Duration LONGEST_MEAN = Duration.ofMinutes(2);

    /** Its multiples spread evenly between whole numbers, however many there are. */
    private static final double GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

    /**
     * Two minutes each on average, or half of the time where that is shorter.
     *
     * @param chats that are open at a time
     * @param length of the time in which they come
     */
    static Turnover of(int chats, Duration length) {
        Duration half = length.dividedBy(2);
        Duration mean = half.compareTo(LONGEST_MEAN) < 0 ? half : LONGEST_MEAN;
        return new Turnover(mean.dividedBy(chats), mean);
    }

    /** How long a chat stays: from two thirds to four thirds of the mean. */
    Duration stay(long number) {
        double share = number * GOLDEN_RATIO % 1;
        return Duration.ofNanos((long) (mean.toNanos() * (2 + 2 * share) / 3));
    }
}
