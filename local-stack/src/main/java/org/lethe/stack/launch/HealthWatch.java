package org.lethe.stack.launch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.service.ServiceInstance;
import org.lethe.stack.suite.Progress;

/**
 * Follows the health of a running stack: tells when a service is not ready or is so again, ends one
 * that says that it will never work again, as Kubernetes does by the same probe, and starts one
 * again that has ended. Gives up when one ends too often by itself, and when another part ends,
 * since its data is gone.
 */
final class HealthWatch {

    private static final long SECONDS = 2;

    /** As many looks one after the other as Kubernetes takes. */
    private static final int STUCK = 3;

    /** Of a process that somebody has asked to end, as a rotation of keys does. */
    private static final Set<Integer> ASKED_TO_END = Set.of(0, 143);

    private final WatchedStack stack;
    private final Progress progress;
    private final RestartLimit limit;
    private final BlockingQueue<Child> ended = new LinkedBlockingQueue<>();
    private final Map<ServiceInstance, Child> services = new HashMap<>();
    private final Set<ServiceInstance> unready = new HashSet<>();
    private final Map<ServiceInstance, Integer> stuck = new HashMap<>();

    private volatile boolean silent;

    HealthWatch(WatchedStack stack, Progress progress, RestartLimit limit) {
        this.stack = stack;
        this.progress = progress;
        this.limit = limit;
    }

    /** Returns the failure that ended the watch. */
    PartFailure follow() throws InterruptedException {
        try {
            stack.children().forEach(this::watch);
            while (true) {
                Child child = ended.poll(SECONDS, TimeUnit.SECONDS);
                if (child == null) {
                    look();
                } else {
                    lost(child);
                }
            }
        } catch (PartFailure e) {
            return e;
        } catch (RuntimeException e) {
            // A suite that nobody watches must not go on.
            return new PartFailure("launcher", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Says and starts nothing more: what ends from now on is being stopped. Waits for a start that
     * has begun, so that its process is stopped with the others.
     */
    synchronized void silence() {
        silent = true;
    }

    private void watch(Child child) {
        ServiceInstance.named(child.name()).ifPresent(service -> services.put(service, child));
        child.onEnd(() -> ended.add(child));
    }

    private synchronized void lost(Child child) {
        String end = "has ended (exit " + child.exitCode() + ")";
        ServiceInstance service =
                ServiceInstance.named(child.name())
                        .filter(_ -> !silent)
                        .orElseThrow(() -> child.failure(end));
        if (!ASKED_TO_END.contains(child.exitCode()) && !limit.allows(service)) {
            throw child.failure(end + " " + RestartLimit.REACHED);
        }
        progress.note(child.name() + " " + end + "; it is started again");
        unready.add(service);
        watch(stack.startAgain(service));
    }

    /** Tells of services what has changed since the last look. */
    void look() {
        services.forEach(this::look);
        if (!stack.guarded()) {
            throw new PartFailure("watchdog", "has ended; parts could outlive the launcher");
        }
    }

    private void look(ServiceInstance service, Child child) {
        boolean ready = stack.ready(service);
        // What has ended is told as that.
        if (silent || !child.alive()) {
            return;
        }
        if (isStuck(service)) {
            progress.note(child.name() + " says that it works no more; it is ended");
            child.kill();
            return;
        }
        if (ready ? unready.remove(service) : unready.add(service)) {
            progress.note(
                    child.name()
                            + (ready
                                    ? " is ready again"
                                    : " is not ready (log: " + child.log() + ")"));
        }
    }

    private boolean isStuck(ServiceInstance service) {
        int looks = stack.stuck(service) ? stuck.merge(service, 1, Integer::sum) : 0;
        if (looks == 0 || looks == STUCK) {
            stuck.remove(service);
        }
        return looks == STUCK;
    }
}
