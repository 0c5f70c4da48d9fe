package org.lethe.bench.cost;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.lethe.bench.report.Figure;
import org.lethe.bench.store.BenchedStore;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.ResidentMemory;

/**
 * What the parts of a suite had spent by a moment.
 *
 * @param nanos of the moment
 * @param processor time by part
 * @param resident memory by part, in bytes
 * @param commands of the store
 */
public record Spent(
        long nanos,
        Map<String, Duration> processor,
        Map<String, Long> resident,
        Map<String, Long> commands) {

    public static final Spent NOTHING = new Spent(0, Map.of(), Map.of(), Map.of());

    public static Spent by(StackState suite, BenchedStore store) {
        var processor = new TreeMap<String, Duration>();
        var resident = new TreeMap<String, Long>();
        suite.pids()
                .forEach((part, pid) -> {
                    processor.put(part, ProcessorTime.of(pid));
                    resident.put(part, ResidentMemory.resident(pid).orElse(0));
                });
        return new Spent(System.nanoTime(), processor, resident, store.calls());
    }

    /** What was spent from an earlier moment to this one; the memory is that of this moment. */
    public Spent since(Spent before) {
        return new Spent(
                nanos - before.nanos,
                difference(processor, before.processor, Duration.ZERO, Duration::minus),
                resident,
                difference(commands, before.commands, 0L, (now, then) -> now - then));
    }

    /** What was spent beyond that which the same time costs anyway. */
    public Spent beyond(Spent rest) {
        double share = (double) nanos / rest.nanos;
        return new Spent(
                nanos,
                difference(
                        processor,
                        rest.processor,
                        Duration.ZERO,
                        (all, anyway) -> all.minusNanos((long) (anyway.toNanos() * share))),
                resident,
                difference(
                        commands,
                        rest.commands,
                        0L,
                        (all, anyway) -> all - Math.round(anyway * share)));
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

    /** Scripts that were run, whatever they did inside. */
    public long scripts() {
        return commands.getOrDefault("evalsha", 0L);
    }

    /** Calls of all commands, those that scripts make inside too. */
    public long allCalls() {
        return commands.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the store did, by what it was done for: so many, each of which is one of the unit. */
    public List<Figure> ofStore(double count, String unit) {
        return List.of(
                new Figure("scripts of the store", scripts() / count, unit),
                new Figure("commands, those in scripts too", allCalls() / count, unit));
    }

    private static <V> Map<String, V> difference(
            Map<String, V> now, Map<String, V> then, V nothing, BinaryOperator<V> minus) {
        var result = new TreeMap<String, V>();
        now.forEach((key, value) ->
                result.put(key, minus.apply(value, then.getOrDefault(key, nothing))));
        return result;
    }
}
