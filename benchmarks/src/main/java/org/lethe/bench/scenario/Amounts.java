package org.lethe.bench.scenario;

import java.util.Map;

/**
 * How much is asked for.
 *
 * @param chats that are open at a time
 * @param visits that are open at a time, at most, where visits are what grows
 * @param rate of messages of all chats together, or of visitors who come, in a second
 * @param seconds that a run measures
 * @param runs of which the median is taken
 * @param replicas processes of each service
 */
public record Amounts(int chats, int visits, int rate, int seconds, int runs, int replicas) {

    static final Amounts STANDARD = new Amounts(100, 10_000, 100, 20, 3, 1);
    static final Amounts QUICK = new Amounts(10, 100, 20, 3, 1, 1);

    public Amounts {
        if (seconds < 2) {
            throw new IllegalArgumentException("A run measures for two seconds or more.");
        }
    }

    /**
     * Another amount of one of them.
     *
     * @param name as {@link #byName} has it
     */
    Amounts with(String name, int value) {
        return switch (name) {
            case "chats" -> new Amounts(value, visits, rate, seconds, runs, replicas);
            case "visits" -> new Amounts(chats, value, rate, seconds, runs, replicas);
            case "rate" -> new Amounts(chats, visits, value, seconds, runs, replicas);
            case "seconds" -> new Amounts(chats, visits, rate, value, runs, replicas);
            case "runs" -> new Amounts(chats, visits, rate, seconds, value, replicas);
            case "replicas" -> new Amounts(chats, visits, rate, seconds, runs, value);
            default -> throw new IllegalArgumentException("There is no option --" + name + ".");
        };
    }

    /** As options name them. */
    public Map<String, Integer> byName() {
        return Map.of(
                "chats", chats,
                "visits", visits,
                "rate", rate,
                "seconds", seconds,
                "runs", runs,
                "replicas", replicas);
    }
}
