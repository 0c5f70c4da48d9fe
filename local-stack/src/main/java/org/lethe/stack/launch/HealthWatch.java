package org.lethe.stack.launch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.service.ServiceProcess;
import org.lethe.stack.suite.LetheStack;
import org.lethe.stack.suite.Progress;

/**
 * Follows the health of a running stack: tells when a service is not ready or is so again, and ends
 * when a process has ended.
 */
final class HealthWatch {

    private static final long SECONDS = 2;

    private final LetheStack stack;
    private final Progress progress;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<PartFailure> failure = new AtomicReference<>();
    private final Map<ServiceKind, Boolean> wasReady = new EnumMap<>(ServiceKind.class);

    private volatile boolean silent;

    HealthWatch(LetheStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Returns the failure that ended the watch. */
    PartFailure follow() throws InterruptedException {
        stack.children().forEach(child -> child.onEnd(() -> lost(child)));
        while (!ended.await(SECONDS, TimeUnit.SECONDS)) {
            stack.services().forEach(this::look);
            if (!stack.guarded()) {
                failed(new PartFailure("watchdog", "has ended; parts could outlive the launcher"));
            }
        }
        return Optional.ofNullable(failure.get()).orElseThrow();
    }

    /** Says nothing more: what ends from now on is being stopped. */
    void silence() {
        silent = true;
    }

    private void lost(Child child) {
        failed(child.failure("has ended"));
    }

    private void failed(PartFailure first) {
        failure.compareAndSet(null, first);
        ended.countDown();
    }

    private void look(ServiceProcess service) {
        boolean ready = service.ready();
        Boolean before = wasReady.put(service.kind(), ready);
        if (!silent && ready != (before == null || before)) {
            progress.note(
                    service.kind().module()
                            + (ready
                                    ? " is ready again"
                                    : " is not ready (log: " + service.child().log() + ")"));
        }
    }
}
