package org.lethe.stack;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.lethe.stack.process.Ports;

/** The port of each part; no two parts have the same. */
public record StackPorts(Map<StackPort, Integer> numbers) {

    private static final int LAST = 65_535;

    public StackPorts {
        numbers = Collections.unmodifiableMap(new EnumMap<>(numbers));
        Set<Integer> distinct = new HashSet<>(numbers.values());
        if (distinct.size() != StackPort.values().length) {
            throw new IllegalArgumentException("every part needs a port of its own");
        }
        if (distinct.stream().anyMatch(port -> port < 1 || port > LAST)) {
            throw new IllegalArgumentException("a port is a number from 1 to " + LAST);
        }
    }

    /** The ports that the documentation names. */
    public static StackPorts standard() {
        var ports = new EnumMap<StackPort, Integer>(StackPort.class);
        for (StackPort part : StackPort.values()) {
            ports.put(part, part.standard());
        }
        return new StackPorts(ports);
    }

    /** Consecutive ports, the gateway's first. */
    public static StackPorts from(int first) {
        var ports = new EnumMap<StackPort, Integer>(StackPort.class);
        int next = first;
        for (StackPort part : StackPort.values()) {
            ports.put(part, next++);
        }
        return new StackPorts(ports);
    }

    /** Consecutive ports that are free now, for a stack beside others. */
    public static StackPorts free() {
        var random = new SecureRandom();
        while (true) {
            // Below the range that the kernel gives to outgoing connections.
            StackPorts ports = from(12_000 + 20 * random.nextInt(900));
            if (ports.numbers.values().stream().noneMatch(Ports::taken)) {
                return ports;
            }
        }
    }

    public int of(StackPort part) {
        return Objects.requireNonNull(numbers.get(part));
    }

    /** Refuses to go on while somebody else listens on one of them. */
    public void requireFree() {
        numbers.forEach((part, port) -> Ports.requireFree(part.code(), port));
    }

    /** The same with the parts' names, for {@code stack.json}. */
    public Map<String, Integer> byName() {
        var named = new TreeMap<String, Integer>();
        numbers.forEach((part, port) -> named.put(part.code(), port));
        return named;
    }

    public StackPorts with(StackPort part, int port) {
        return with(Map.of(part, port));
    }

    /** Changes some at once, so that parts can swap their ports. */
    public StackPorts with(Map<StackPort, Integer> changes) {
        var changed = new EnumMap<>(numbers);
        changed.putAll(changes);
        return new StackPorts(changed);
    }
}
