package org.lethe.stack.launch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.lethe.stack.process.Child;
import org.lethe.stack.service.ServiceKind;

/** A stack of processes that end when the test says so. */
final class FakeStack implements WatchedStack {

    /** What was started again, in this order. */
    final List<ServiceKind> started = new ArrayList<>();

    final Set<ServiceKind> unready = EnumSet.noneOf(ServiceKind.class);

    final Set<ServiceKind> stuck = EnumSet.noneOf(ServiceKind.class);

    private final Map<String, FakeProcess> processes = new LinkedHashMap<>();
    private final Deque<Runnable> duringStarts = new ArrayDeque<>();

    FakeStack() {
        Stream.concat(
                        Stream.of("redis", "kafka", "keycloak"),
                        Arrays.stream(ServiceKind.values()).map(ServiceKind::module))
                .forEach(name -> processes.put(name, new FakeProcess()));
    }

    void end(String name, int code) {
        Objects.requireNonNull(processes.get(name), name).end(code);
    }

    void end(ServiceKind service, int code) {
        end(service.module(), code);
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
    public boolean ready(ServiceKind service) {
        return !unready.contains(service);
    }

    @Override
    public boolean stuck(ServiceKind service) {
        return stuck.contains(service);
    }

    @Override
    public Child startAgain(ServiceKind service) {
        started.add(service);
        processes.put(service.module(), new FakeProcess());
        if (!duringStarts.isEmpty()) {
            duringStarts.pop().run();
        }
        return child(service.module());
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
