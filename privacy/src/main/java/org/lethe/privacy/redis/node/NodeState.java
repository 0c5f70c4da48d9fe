package org.lethe.privacy.redis.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A node of Redis as it was found.
 *
 * @param settings by name, as it tells them
 * @param facts what it says about itself, by name ({@code INFO})
 * @param allocator the options of its allocator, as it tells them
 * @param time what its clock showed
 */
public record NodeState(
        Map<String, String> settings,
        Map<String, String> facts,
        String allocator,
        ClockReading time) {

    /** What the process is called by, in what it says about itself. */
    public static final String RUN = "run_id";

    /** Reads the lines that Redis answers to {@code INFO}. */
    public static Map<String, String> factsOf(String info) {
        return pairs(info.lines(), ":");
    }

    /** Another after each start of the node. */
    public String run() {
        return fact(RUN);
    }

    public Role role() {
        return fact("role").equals("slave") ? Role.REPLICA : Role.PRIMARY;
    }

    /** The nodes that this one knows of: its replicas, or its primary. */
    public List<Address> others() {
        if (role() == Role.REPLICA) {
            return List.of(new Address(fact("master_host"), (int) number("master_port")));
        }
        return IntStream.range(0, (int) number("connected_slaves"))
                .mapToObj(i -> pairs(Stream.of(fact("slave" + i).split(",", -1)), "="))
                .filter(it -> it.containsKey("ip") && it.containsKey("port"))
                .map(it -> new Address(it.get("ip"), Integer.parseInt(it.get("port"))))
                .toList();
    }

    /**
     * Which part of the memory that it may take it has taken, from 0 to about 1; 0 where that has
     * no limit. What does not count towards refusing is left out, as Redis leaves it out.
     */
    public double filled() {
        long most = number("maxmemory");
        long taken = number("used_memory") - number("mem_not_counted_for_evict");
        return most == 0 ? 0 : Math.max(0, taken) / (double) most;
    }

    /** Empty if it says nothing of that name. */
    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** 0 if it says nothing of that name. */
    long number(String fact) {
        return Long.parseLong(facts.getOrDefault(fact, "0"));
    }

    private static Map<String, String> pairs(Stream<String> texts, String separator) {
        var pairs = new HashMap<String, String>();
        texts.map(text -> text.split(separator, 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> pairs.put(pair[0], pair[1]));
        return pairs;
    }
}
