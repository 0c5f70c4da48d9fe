package org.lethe.stack.launch;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import org.lethe.stack.layout.StackPort;
import org.lethe.stack.layout.StackPorts;
import org.lethe.stack.suite.StackSettings;

/** The options of {@code ./lethe up}. */
final class UpOptions {

    static final String USAGE =
            """
            usage: ./lethe up [--tls] [--replicas <n>] [--ports-from <port>] [--<part>-port <port>]...
              --tls                HTTPS at the gateway, with a self-signed certificate (port 8443)
              --replicas <n>       processes of each service, behind the gateway (1)
              --ports-from <port>  consecutive ports, the gateway's first
              --<part>-port <port> one of: %s
            """
                    .formatted(
                            Arrays.stream(StackPort.values())
                                    .map(StackPort::code)
                                    .collect(Collectors.joining(", ")));

    private UpOptions() {}

    /** The configuration that the options describe, or why there is none. */
    static StackSettings parse(List<String> given, StackSettings standard) {
        boolean tls = given.contains("--tls");
        int replicas = standard.replicas();
        var single = new EnumMap<StackPort, Integer>(StackPort.class);
        Deque<String> left = new ArrayDeque<>(given);
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--tls" -> {}
                case "--replicas" -> replicas = number(value(left, option));
                case "--ports-from" -> number(value(left, option));
                default -> single.put(part(option), number(value(left, option)));
            }
        }
        StackSettings config =
                standard.withPorts(start(given, standard, tls).with(single)).withReplicas(replicas);
        return tls ? config.withTls() : config;
    }

    /** Where single ports are changed from, wherever the options stand. */
    private static StackPorts start(List<String> given, StackSettings standard, boolean tls) {
        int from = given.indexOf("--ports-from");
        if (from >= 0 && from + 1 < given.size()) {
            return StackPorts.from(number(given.get(from + 1)));
        }
        return tls
                ? standard.ports().with(StackPort.GATEWAY, StackPort.GATEWAY_TLS)
                : standard.ports();
    }

    private static StackPort part(String option) {
        return Arrays.stream(StackPort.values())
                .filter(port -> port.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown option " + option));
    }

    private static String value(Deque<String> left, String option) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a number");
        }
        return left.pop();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number: " + text);
        }
    }
}
