package org.lethe.stack.suite;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.layout.StackPorts;
import org.lethe.stack.service.JvmProfile;
import org.lethe.stack.service.ServiceInstance;
import org.lethe.stack.service.ServiceKind;

/**
 * What a stack is started with.
 *
 * @param tls whether the gateway speaks HTTPS
 * @param replicas processes of each service
 * @param jvm how the services are started
 * @param settings environment variables for single services, such as a shorter lifetime for a test
 */
public record StackSettings(
        StackPaths paths,
        StackPorts ports,
        boolean tls,
        int replicas,
        JvmProfile jvm,
        Map<ServiceKind, Map<String, String>> settings,
        Progress progress) {

    public StackSettings {
        settings = Map.copyOf(settings);
        if (replicas < 1 || replicas > ServiceInstance.MOST) {
            throw new IllegalArgumentException(
                    "a service has 1 to " + ServiceInstance.MOST + " processes");
        }
    }

    /** As the documentation describes it. */
    public static StackSettings standard() {
        return new StackSettings(
                StackPaths.find(),
                StackPorts.standard(),
                false,
                1,
                JvmProfile.LOCAL,
                Map.of(),
                Progress.SILENT);
    }

    /** On free ports, beside other stacks of this machine. */
    public static StackSettings beside() {
        return standard().withPorts(StackPorts.free());
    }

    public StackSettings withPorts(StackPorts changed) {
        return new StackSettings(paths, changed, tls, replicas, jvm, settings, progress);
    }

    public StackSettings withTls() {
        return new StackSettings(paths, ports, true, replicas, jvm, settings, progress);
    }

    /** So many processes of each service, behind the one gateway. */
    public StackSettings withReplicas(int changed) {
        return new StackSettings(paths, ports, tls, changed, jvm, settings, progress);
    }

    public StackSettings withJvm(JvmProfile changed) {
        return new StackSettings(paths, ports, tls, replicas, changed, settings, progress);
    }

    public StackSettings withProgress(Progress changed) {
        return new StackSettings(paths, ports, tls, replicas, jvm, settings, changed);
    }

    /** Sets a variable for one service, such as {@code LETHE_LIFETIMES_VISIT} to {@code 5s}. */
    public StackSettings with(ServiceKind service, String variable, String value) {
        var changed = new EnumMap<ServiceKind, Map<String, String>>(ServiceKind.class);
        changed.putAll(settings);
        var own = new HashMap<>(settings.getOrDefault(service, Map.of()));
        own.put(variable, value);
        changed.put(service, Map.copyOf(own));
        return new StackSettings(paths, ports, tls, replicas, jvm, changed, progress);
    }

    /** Sets a variable for every service. */
    public StackSettings with(String variable, String value) {
        StackSettings changed = this;
        for (ServiceKind service : ServiceKind.values()) {
            changed = changed.with(service, variable, value);
        }
        return changed;
    }
}
