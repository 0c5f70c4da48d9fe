package org.lethe.bench.cost;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lethe.bench.report.Figure;
import org.lethe.bench.store.BenchedStore;
import org.lethe.bench.store.Counts;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.ResidentMemory;

/**
 * What the parts of a suite had spent by a moment.
 *
 * @param nanos of the moment
 * @param processor time by part
 * @param resident memory by part, in bytes
 * @param store what it counted
 */
public record Spent(
        long nanos, Map<String, Duration> processor, Map<String, Long> resident, Counts store) {

    public static final Spent NOTHING = new Spent(0, Map.of(), Map.of(), Counts.NOTHING);

    public static Spent by(StackState suite, BenchedStore store) {
        var processor = new TreeMap<String, Duration>();
        var resident = new TreeMap<String, Long>();
        suite.pids()
                .forEach((part, pid) -> {
                    processor.put(part, ProcessorTime.of(pid));
                    resident.put(part, ResidentMemory.resident(pid).orElse(0));
                });
        return new Spent(System.nanoTime(), processor, resident, store.counts());
    }

    /** What was spent from an earlier moment to this one; the memory is that of this moment. */
    public Spent since(Spent before) {
        return minus(before, 1, nanos - before.nanos);
    }

    /** What was spent beyond that which the same time costs anyway. */
    public Spent beyond(Spent rest) {
        return minus(rest, (double) nanos / rest.nanos, nanos);
    }

    private Spent minus(Spent other, double times, long length) {
        var left = new TreeMap<String, Duration>();
        processor.forEach((part, time) -> {
            Duration some = other.processor.getOrDefault(part, Duration.ZERO);
            left.put(part, time.minusNanos((long) (some.toNanos() * times)));
        });
        return new Spent(length, left, resident, store.minus(other.store, times));
    }

    public double seconds() {
        return nanos / 1e9;
    }

    /** Processor seconds of a part; of all for which the name is a prefix, all with "". */
    public double processorSeconds(String part) {
        return processor.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(part))
                .mapToDouble(entry -> entry.getValue().toMillis() / 1000.0)
                .sum();
    }

    /** What each part and the store did for each of so many, such as {@code an end}. */
    public List<Figure> each(double count, String unit) {
        return Stream.of(ofParts(1000 / count, "CPU ms " + unit), ofStore(count, unit))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The processor time of each part, and of all.
     *
     * @param times that its seconds are taken
     */
    public List<Figure> ofParts(double times, String unit) {
        return Stream.concat(
                        processor.keySet().stream()
                                .map(part ->
                                        new Figure(part, processorSeconds(part) * times, unit)),
                        Stream.of(new Figure("all parts", processorSeconds("") * times, unit)))
                .toList();
    }

    /** What the store did, by what it was done for: so many, each of which is one of the unit. */
    public List<Figure> ofStore(double count, String unit) {
        return store.by(count, unit);
    }
}
