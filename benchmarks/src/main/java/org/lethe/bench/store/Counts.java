package org.lethe.bench.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lethe.bench.report.Figure;

/**
 * What the store counts since its start.
 *
 * @param calls by command; those that scripts make inside count too
 * @param micros that its commands took, likewise: a script's are with those of its commands
 * @param bytesIn that it was sent
 * @param bytesOut that it sent
 */
public record Counts(
        Map<String, Long> calls, Map<String, Long> micros, long bytesIn, long bytesOut) {

    public static final Counts NOTHING = new Counts(Map.of(), Map.of(), 0, 0);

    private static final Pattern COMMAND =
            Pattern.compile("cmdstat_([^:]+):calls=(\\d+),usec=(\\d+),");
    private static final String SCRIPT = "evalsha";

    public Counts {
        calls = Map.copyOf(calls);
        micros = Map.copyOf(micros);
    }

    /**
     * @param commands what INFO says of them
     * @param traffic what it says in its section "stats"
     */
    static Counts parse(String commands, String traffic) {
        var calls = new TreeMap<String, Long>();
        var micros = new TreeMap<String, Long>();
        COMMAND.matcher(commands)
                .results()
                .forEach(found -> {
                    calls.put(found.group(1), Long.parseLong(found.group(2)));
                    micros.put(found.group(1), Long.parseLong(found.group(3)));
                });
        return new Counts(
                calls,
                micros,
                Info.number(traffic, "total_net_input_bytes"),
                Info.number(traffic, "total_net_output_bytes"));
    }

    /** Without so many times the other. */
    public Counts minus(Counts other, double times) {
        return new Counts(
                minus(calls, other.calls, times),
                minus(micros, other.micros, times),
                bytesIn - Math.round(other.bytesIn * times),
                bytesOut - Math.round(other.bytesOut * times));
    }

    private static Map<String, Long> minus(
            Map<String, Long> all, Map<String, Long> some, double times) {
        var left = new TreeMap<String, Long>();
        all.forEach((command, value) ->
                left.put(command, value - Math.round(some.getOrDefault(command, 0L) * times)));
        return left;
    }

    /** Calls of all commands, those that scripts make inside too. */
    public long allCalls() {
        return sum(calls);
    }

    /** By what it was done for: so many, each of which is one of the unit. */
    public List<Figure> by(double count, String unit) {
        double inScripts = micros.getOrDefault(SCRIPT, 0L);
        return List.of(
                new Figure("scripts of the store", calls.getOrDefault(SCRIPT, 0L) / count, unit),
                new Figure("commands, those in scripts too", allCalls() / count, unit),
                new Figure("time of scripts", inScripts / count, "µs " + unit),
                // Without the scripts around them, whose time would count twice.
                new Figure(
                        "time of commands, those in scripts too",
                        (sum(micros) - inScripts) / count,
                        "µs " + unit),
                new Figure("to the store", bytesIn / count, "bytes " + unit),
                new Figure("from the store", bytesOut / count, "bytes " + unit));
    }

    private static long sum(Map<String, Long> values) {
        return values.values().stream().mapToLong(Long::longValue).sum();
    }
}
