package org.lethe.stack;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.lethe.stack.service.ServiceKind;

/**
 * What a stack is started with.
 *
 * @param tls whether the gateway speaks HTTPS
 * @param settings environment variables for single services, such as a shorter lifetime for a test
 */
public record StackConfig(
        StackPaths paths,
        StackPorts ports,
        boolean tls,
        Map<ServiceKind, Map<String, String>> settings,
        Progress progress) {

    public StackConfig {
        settings = Map.copyOf(settings);
    }

    /** As the documentation describes it. */
    public static StackConfig standard() {
        return new StackConfig(
                StackPaths.find(), StackPorts.standard(), false, Map.of(), Progress.SILENT);
    }

    /** On free ports, beside other stacks of this machine. */
    public static StackConfig beside() {
        return standard().withPorts(StackPorts.free());
    }

    public StackConfig withPorts(StackPorts changed) {
        return new StackConfig(paths, changed, tls, settings, progress);
    }

    public StackConfig withTls() {
        return new StackConfig(paths, ports, true, settings, progress);
    }

    public StackConfig withProgress(Progress changed) {
        return new StackConfig(paths, ports, tls, settings, changed);
    }

    /** Sets a variable for one service, such as {@code LETHE_LIFETIMES_VISIT} to {@code 5s}. */
    public StackConfig with(ServiceKind service, String variable, String value) {
        var changed = new EnumMap<ServiceKind, Map<String, String>>(ServiceKind.class);
        changed.putAll(settings);
        var own = new HashMap<>(settings.getOrDefault(service, Map.of()));
        own.put(variable, value);
        changed.put(service, Map.copyOf(own));
        return new StackConfig(paths, ports, tls, changed, progress);
    }

    /** Sets a variable for every service. */
    public StackConfig with(String variable, String value) {
        StackConfig changed = this;
        for (ServiceKind service : ServiceKind.values()) {
            changed = changed.with(service, variable, value);
        }
        return changed;
    }
}
