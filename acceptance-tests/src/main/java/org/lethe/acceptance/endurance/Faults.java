package org.lethe.acceptance.endurance;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.endurance.FaultPlan.Planned;
import org.lethe.acceptance.endurance.Verdict.Figure;
import org.lethe.stack.inbox.InboxClient;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.Child;
import org.lethe.stack.redis.RedisDialogue;
import org.lethe.stack.service.ServiceInstance;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.service.ServiceProcess;
import org.lethe.stack.suite.LetheStack;

/** Makes what is planned go wrong, and good again. */
final class Faults {

    static final String MAIL_SERVER = "mail server";

    private static final Duration START = Duration.ofMinutes(3);

    private final LetheStack suite;
    private final FlakyLink clients;
    private final FlakyLink mail;
    private final InboxClient inbox;
    private final Chronicle chronicle;
    private final PrintStream out;
    private final Set<ServiceInstance> down = ConcurrentHashMap.newKeySet();
    private final Set<Child> frozen = ConcurrentHashMap.newKeySet();
    private final List<Thread> going = new ArrayList<>();
    private volatile String step = "the start";

    Faults(
            LetheStack suite,
            FlakyLink clients,
            FlakyLink mail,
            Chronicle chronicle,
            PrintStream out) {
        this.suite = suite;
        this.clients = clients;
        this.mail = mail;
        this.inbox = new InboxClient(suite.state().inbox());
        this.chronicle = chronicle;
        this.out = out;
    }

    /** What went wrong last. */
    String step() {
        return step;
    }

    /** Goes through the plan; returns when its time is over and all is good again. */
    void run(FaultPlan plan, Duration length) {
        long began = System.nanoTime();
        int number = 0;
        for (Planned planned : plan.faults()) {
            awaitTime(began, planned.at());
            step = "step " + ++number + " (" + planned.at().toSeconds() + " s): " + planned.fault();
            out.println(step);
            chronicle.verdict().count(Figure.FAULTS);
            going.add(Thread.ofVirtual().start(() -> happen(planned.fault())));
        }
        awaitTime(began, length);
        going.forEach(Faults::join);
        clients.calm();
        mail.calm();
        step = "the calm after step " + number;
        out.println(step);
    }

    private static void awaitTime(long began, Duration at) {
        while (System.nanoTime() - began < at.toNanos()) {
            LockSupport.parkNanos(at.toNanos() - (System.nanoTime() - began));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void happen(Fault fault) {
        long from = System.nanoTime();
        try {
            switch (fault) {
                case Fault.Kill(ServiceKind service, int process) -> {
                    List<ServiceProcess> processes = suite.services(service);
                    kill(processes.get(process % processes.size()));
                }
                case Fault.Freeze(Fault.Part part, Duration length) ->
                        freeze(child(part.process()), length);
                case Fault.NoMail(Duration length) -> {
                    inbox.stopListening();
                    Pause.of(length);
                    inbox.startListening();
                }
                case Fault.RoughMail(Duration length) -> {
                    mail.rough();
                    Pause.of(length);
                    mail.calm();
                }
                case Fault.CutStore() -> cutStore();
                case Fault.CutClients() -> clients.cutAll();
                case Fault.LoseStore() -> {
                    chronicle.disturbances().noteLoss(from);
                    suite.loseRedis();
                }
            }
        } catch (RuntimeException e) {
            chronicle
                    .verdict()
                    .accept(new Broken(Invariant.RUN_GOES_ON, fault.toString(), e.toString()));
        }
        chronicle.disturbances().note(fault.target(), from, System.nanoTime());
    }

    private void kill(ServiceProcess service) {
        down.add(service.instance());
        service.kill();
        service.launch();
        down.remove(service.instance());
        if (!Pause.until(START, service::ready)) {
            chronicle
                    .verdict()
                    .accept(
                            new Broken(
                                    Invariant.SERVICES_LIVE,
                                    service.name(),
                                    "not ready %s after its start".formatted(START)));
        }
    }

    /** Whether one that does not live was killed here a moment ago. */
    boolean isDown(ServiceInstance service) {
        return down.contains(service);
    }

    /** Whether Redis would not answer who looks into it. */
    boolean isFrozen() {
        return !frozen.isEmpty();
    }

    private void freeze(Child child, Duration length) {
        frozen.add(child);
        child.freeze();
        try {
            Pause.of(length);
        } finally {
            child.thaw();
            frozen.remove(child);
        }
    }

    private Child child(String name) {
        return suite.children().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void cutStore() {
        StackState.Redis redis = suite.state().redis();
        try {
            RedisDialogue.ask(
                    redis.uri(),
                    redis.admin().name(),
                    redis.admin().password(),
                    "CLIENT KILL TYPE normal SKIPME yes",
                    "CLIENT KILL TYPE pubsub SKIPME yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
