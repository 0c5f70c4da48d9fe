package org.lethe.stack.service;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the processes that are a service.
 *
 * @param number from 1; the first has the service's own name and port
 */
public record ServiceInstance(ServiceKind kind, int number) {

    /** As many as fit a machine, and a digit. */
    public static final int MOST = 9;

    private static final Pattern NAME = Pattern.compile("(.*?)(?:-([2-9]))?");

    public ServiceInstance {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("a service has 1 to " + MOST + " processes");
        }
    }

    /** As its process, its log and its port in {@code stack.json} are called. */
    public String name() {
        return numbered(kind.module());
    }

    /** What its port is called in {@code stack.json}. */
    public String portCode() {
        return numbered(kind.port().code());
    }

    /** What the process of this name is, if it is a service's. */
    public static Optional<ServiceInstance> named(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        return Arrays.stream(ServiceKind.values())
                .filter(kind -> kind.module().equals(parts.group(1)))
                .findFirst()
                .map(kind -> new ServiceInstance(kind, number));
    }

    private String numbered(String name) {
        return number == 1 ? name : name + "-" + number;
    }
}
