package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.stack.service.ServiceProcess;
import org.lethe.stack.suite.LetheStack;

/** Looks all the time whether services live, and what the stores hold. */
final class Watch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int LOOKS_BETWEEN_SEARCHES = 6;

    private final LetheStack suite;
    private final StoreSearch stores;
    private final Faults faults;
    private final Chronicle chronicle;
    private final Set<Long> dead = new HashSet<>();
    private final Thread thread;
    private volatile boolean stopped;
    private int looks;

    /**
     * @param stores looks for what everybody wrote
     */
    Watch(LetheStack suite, StoreSearch stores, Faults faults, Chronicle chronicle) {
        this.suite = suite;
        this.stores = stores;
        this.faults = faults;
        this.chronicle = chronicle;
        this.thread = Thread.ofVirtual().name("watch").unstarted(this::live);
    }

    Watch start() {
        thread.start();
        return this;
    }

    private void live() {
        while (!stopped) {
            suite.services().forEach(this::requireLife);
            if (!faults.isFrozen()) {
                lookIntoStores();
            }
            Pause.of(EVERY);
        }
    }

    private void requireLife(ServiceProcess service) {
        var child = service.child();
        // Asked in this order: who is killed and started in between is another child by then.
        boolean gone = !child.alive();
        if (gone
                && !faults.isDown(service.instance())
                && child == service.child()
                && dead.add(child.pid())) {
            chronicle
                    .verdict()
                    .accept(
                            new Broken(
                                    Invariant.SERVICES_LIVE,
                                    service.name(),
                                    "it died by itself; its log: " + child.log()));
        }
    }

    private void lookIntoStores() {
        try {
            look();
        } catch (RuntimeException e) {
            // Redis froze or was lost under the look; the next one sees what this one did not.
            return;
        }
    }

    private void look() {
        long now = System.nanoTime();
        chronicle.stored().look(now, remainsIn("Redis keys"));
        chronicle.files().look(now, remainsIn("file relay"));
        if (looks++ % LOOKS_BETWEEN_SEARCHES == 0) {
            report(Invariant.NOTHING_IN_CLEAR, stores.words());
            report(Invariant.NOTHING_OUTLIVES, stores.withoutDeadline());
        }
        chronicle.verdict().count(Verdict.Figure.LOOKS_INTO_STORES);
    }

    private Function<List<String>, List<String>> remainsIn(String place) {
        return scopes ->
                stores.remains(scopes).stream().filter(it -> it.startsWith(place)).toList();
    }

    private void report(Invariant invariant, List<String> found) {
        found.stream()
                .findFirst()
                .ifPresent(first ->
                        chronicle.verdict().accept(new Broken(invariant, "stores", first)));
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
