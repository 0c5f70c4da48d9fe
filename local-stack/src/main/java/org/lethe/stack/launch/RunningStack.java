package org.lethe.stack.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.stack.process.Child;
import org.lethe.stack.service.ServiceInstance;
import org.lethe.stack.service.ServiceProcess;
import org.lethe.stack.suite.LetheStack;

/**
 * The stack that {@code ./lethe up} has started.
 *
 * @param file that tells other commands what runs where
 */
record RunningStack(LetheStack stack, Path file) implements WatchedStack {

    @Override
    public List<Child> children() {
        Stream<Child> services = stack.services().stream().map(ServiceProcess::child);
        return Stream.concat(services, stack.children().stream()).distinct().toList();
    }

    @Override
    public boolean ready(ServiceInstance service) {
        return stack.service(service).ready();
    }

    @Override
    public boolean stuck(ServiceInstance service) {
        return stack.service(service).isStuck();
    }

    @Override
    public Child startAgain(ServiceInstance service) {
        ServiceProcess process = stack.service(service);
        process.launchAgain();
        stack.state().write(file);
        return process.child();
    }

    @Override
    public boolean guarded() {
        return stack.guarded();
    }
}
