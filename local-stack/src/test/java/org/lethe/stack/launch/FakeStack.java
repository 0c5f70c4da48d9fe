package org.lethe.stack.launch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.lethe.stack.process.Child;
import org.lethe.stack.service.ServiceInstance;
import org.lethe.stack.service.ServiceKind;

/** A stack of processes that end when the test says so. */
final class FakeStack implements WatchedStack {

    /** One of each service, and a second of one. */
    static final List<ServiceInstance> ALL =
            Stream.concat(
                            Arrays.stream(ServiceKind.values())
                                    .map(kind -> new ServiceInstance(kind, 1)),
                            Stream.of(new ServiceInstance(ServiceKind.CHAT, 2)))
                    .toList();

    /** What was started again, in this order. */
    final List<ServiceInstance> started = new ArrayList<>();

    final Set<ServiceInstance> unready = new HashSet<>();

    final Set<ServiceInstance> stuck = new HashSet<>();

    private final Map<String, FakeProcess> processes = new LinkedHashMap<>();
    private final Deque<Runnable> duringStarts = new ArrayDeque<>();

    FakeStack() {
        Stream.concat(
                        Stream.of("redis", "kafka", "keycloak"),
                        ALL.stream().map(ServiceInstance::name))
                .forEach(name -> processes.put(name, new FakeProcess()));
    }

    void end(String name, int code) {
        Objects.requireNonNull(processes.get(name), name).end(code);
    }

    void end(ServiceInstance service, int code) {
        end(service.name(), code);
    }

    /** What happens while a service is started again, once for each start. */
    FakeStack atNextStart(Runnable happens) {
        duringStarts.add(happens);
        return this;
    }

    @Override
    public List<Child> children() {
        return processes.keySet().stream().map(this::child).toList();
    }

    @Override
    public boolean ready(ServiceInstance service) {
        return !unready.contains(service);
    }

    @Override
    public boolean stuck(ServiceInstance service) {
        return stuck.contains(service);
    }

    @Override
    public Child startAgain(ServiceInstance service) {
        started.add(service);
        processes.put(service.name(), new FakeProcess());
        if (!duringStarts.isEmpty()) {
            duringStarts.pop().run();
        }
        return child(service.name());
    }

    @Override
    public boolean guarded() {
        return true;
    }

    private Child child(String name) {
        var process = Objects.requireNonNull(processes.get(name), name);
        return new Child(name, process, Path.of(name + ".log"));
    }
}
