package org.lethe.acceptance.endurance;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.SignIn;
import org.lethe.acceptance.client.Trust;
import org.lethe.acceptance.client.VisitorRequests;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.People;
import org.lethe.stack.inbox.InboxClient;
import org.lethe.stack.layout.StackPort;
import org.lethe.stack.layout.StackPorts;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.suite.LetheStack;
import org.lethe.stack.suite.StackSettings;

/**
 * {@code ./lethe test --long}: an hour of visitors, operators and faults, all by seed. What is
 * broken is printed as it happens, with the step of the plan.
 */
public final class Endurance {

    /** What was still under way when the faults ended; longer than chats and erasures wait. */
    private static final Duration LAST_LIVES = Duration.ofMinutes(12);

    /** Left chats end, letters are tried again, files go. */
    private static final Duration SETTLE = Duration.ofMinutes(12);

    private static final List<String> OPERATORS = List.of(People.OPERATOR, People.ADMINISTRATOR);

    private final EnduranceOptions options;
    private final PrintStream out;
    private final AtomicReference<Faults> faults = new AtomicReference<>();
    private final Chronicle chronicle;
    private final AtomicInteger visitors = new AtomicInteger();
    private volatile boolean ending;

    private Endurance(EnduranceOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.chronicle = new Chronicle(new Verdict(out, this::step));
    }

    /** Starts a suite of its own, and ends with 1 if something was broken. */
    public static void main(String[] arguments) {
        EnduranceOptions options;
        try {
            options = EnduranceOptions.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("lethe: " + e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(new Endurance(options, System.out).run() ? 0 : 1);
    }

    private String step() {
        Faults known = faults.get();
        return "seed " + options.seed() + ", " + (known == null ? "the start" : known.step());
    }

    /**
     * @return whether everything held
     */
    private boolean run() {
        out.printf(
                "%d minutes, seed %d, %d visitors at a time, %d of each service%n",
                options.length().toMinutes(),
                options.seed(),
                options.visitors(),
                options.replicas());
        StackPorts ports = StackPorts.free();
        try (var mail = FlakyLink.to(ports.of(StackPort.SMTP), options.seed() + 1, false);
                LetheStack suite = LetheStack.start(settings(ports, mail.port()));
                var clients = FlakyLink.to(ports.of(StackPort.GATEWAY), options.seed() + 2, true)) {
            live(suite, clients, mail);
        }
        out.println(chronicle.verdict().figures());
        chronicle
                .verdict()
                .first()
                .ifPresentOrElse(
                        first -> out.println("FAILED, first: " + first),
                        () -> out.println("Everything held."));
        return chronicle.verdict().first().isEmpty();
    }

    /** As it ships, but for what would be waited for too long. */
    private StackSettings settings(StackPorts ports, int mail) {
        return StackSettings.standard()
                .withPorts(ports)
                .withReplicas(options.replicas())
                .with(ServiceKind.MAIL, "QUARKUS_MAILER_PORT", Integer.toString(mail))
                .with(ServiceKind.MAIL, "LETHE_MAIL_RETRY_LONGEST", "20s")
                .with(ServiceKind.MAIL, "LETHE_MAIL_UNANSWERED_FIRST", "20s")
                .with(ServiceKind.MAIL, "LETHE_MAIL_UNANSWERED_LONGEST", "40s");
    }

    private void live(LetheStack suite, FlakyLink clients, FlakyLink mail) {
        StackState state = suite.state();
        Trust trust = Trust.in(state.certificate());
        var tokens = new Tokens(new SignIn(gateway(state), trust));
        var made = new Faults(suite, clients, mail, chronicle, out);
        faults.set(made);
        URI flaky = URI.create("http://localhost:" + clients.port());
        Gateway desk = new Gateway(flaky, trust).with("Origin", gateway(state).toString());
        Gateway page = new Gateway(flaky, trust);
        var erasures = new Erasures(new Gateway(gateway(state), trust), tokens, chronicle);
        var consoles = new ArrayList<OperatorLife>();
        try (var stores = new StoreSearch(state, List.of(VisitorScript.prefix(options.seed())));
                var _ = new Watch(suite, stores, made, chronicle).start()) {
            OPERATORS.forEach(
                    user -> consoles.add(new OperatorLife(user, desk, tokens, chronicle)));
            consoles.forEach(LiveLine::start);
            List<Thread> places = visitors(page, People.of(state).origin(), erasures);
            Thread _ = Thread.ofVirtual().start(this::tell);
            made.run(FaultPlan.of(options.seed(), options.length()), options.length());
            ending = true;
            settle(suite, places, stores, new Post(chronicle, new InboxClient(state.inbox())));
        } finally {
            consoles.forEach(LiveLine::close);
        }
    }

    private static URI gateway(StackState state) {
        return Objects.requireNonNull(state.gateway());
    }

    private List<Thread> visitors(Gateway page, String origin, Erasures erasures) {
        var places = new ArrayList<Thread>();
        for (int i = 0; i < options.visitors(); i++) {
            places.add(
                    Thread.ofVirtual()
                            .name("visitors")
                            .start(() -> {
                                while (!ending) {
                                    comeAndGo(page, origin, erasures);
                                }
                            }));
        }
        return places;
    }

    private void comeAndGo(Gateway page, String origin, Erasures erasures) {
        var script = VisitorScript.of(options.seed(), visitors.incrementAndGet());
        var requests = new VisitorRequests(page, People.ACCOUNT, origin, script.persona());
        new VisitorLife(script, requests, chronicle, erasures).run();
    }

    /** A line of figures now and then, until the faults are over. */
    private void tell() {
        while (!ending) {
            Pause.of(Duration.ofMinutes(1));
            out.println("  so far: " + chronicle.verdict().figures());
        }
    }

    /** In the calm behind the faults all must come to its end. */
    private void settle(LetheStack suite, List<Thread> places, StoreSearch stores, Post post) {
        if (!Pause.until(LAST_LIVES, () -> places.stream().noneMatch(Thread::isAlive))) {
            broken("a visitor is still there " + LAST_LIVES + " after the faults");
        }
        out.println("No visitor is there any more; " + chronicle.verdict().figures());
        boolean settled =
                Pause.until(
                        SETTLE,
                        () -> {
                            Pause.of(Duration.ofSeconds(3));
                            return open(post).isEmpty()
                                    && stores.remains(stores.scopes()).isEmpty();
                        });
        post.judge();
        var logs = new LogCheck(chronicle.verdict());
        suite.services()
                .forEach(service ->
                        logs.judge(service.name(), service.child().output().lines().toList()));
        if (!settled) {
            broken(
                    "after %s there are %s, and stored are %s"
                            .formatted(SETTLE, open(post), stores.remains(stores.scopes())));
        }
        if (chronicle.verdict().figure(Verdict.Figure.LOOKS_INTO_STORES) == 0) {
            broken("nobody could look into the stores");
        }
    }

    /** What is waited for, for people to read; empty if nothing is. */
    private String open(Post post) {
        int stored = chronicle.stored().open();
        int files = chronicle.files().open();
        int letters = post.missing();
        return stored + files + letters == 0
                ? ""
                : "%d scopes, files of %d chats, %d letters".formatted(stored, files, letters);
    }

    private void broken(String how) {
        chronicle.verdict().accept(new Broken(Invariant.NOTHING_OUTLIVES, "the end", how));
    }
}
