package org.lethe.bench.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.lethe.bench.load.OpenLoop;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.scenario.BenchOptions;
import org.lethe.bench.scenario.Scenario;
import org.lethe.bench.suite.BenchedSuite;

/** Chats that come and go, for long. */
public final class Soak implements Scenario {

    /** The first is after a tenth of the time: what a suite takes at its start is no growth. */
    private static final int POINTS = 10;

    /** A visit is destroyed 170 s after its goodbye, 180 s at most. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(200);

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String question() {
        return "Does memory stay as it is while chats come and go, and what is left of them? As many"
                + " as were asked for are open at a time, for two minutes each on average, or half of"
                + " the time where that is shorter; their visitors write at the same rate always, end"
                + " their chats when both sides know of all messages, and leave. Memory is told of a"
                + " tenth, of half and of the end of the time; Redis keeps for a day what receipts of"
                + " chats are made from, and tombstones of letters for 37 hours, so that grows with"
                + " the chats that were.";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        if (!options.quick()) {
            suite.awaitNobody();
        }
        var memory = new MemoryCourse();
        var figures = new ArrayList<Figure>();
        try (var guests = new Guests(suite)) {
            live(suite, options, guests, memory);
            guests.awaitArrived();
            guests.firstFailure()
                    .ifPresent(why -> System.out.println("A visitor could not go on: " + why));
            figures.addAll(guests.figures());
        }
        figures.addAll(memory.figures());
        if (!options.quick()) {
            Waiting.millis(FORGOTTEN.toMillis());
            figures.addAll(left(suite));
        }
        return figures;
    }

    /** Returns when the last visitor has left. */
    private static void live(
            BenchedSuite suite, BenchOptions options, Guests guests, MemoryCourse memory) {
        Duration length = Duration.ofSeconds(options.seconds());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var coming =
                    CompletableFuture.runAsync(
                            () -> come(suite, options.chats(), length, guests, threads), threads);
            var looking = CompletableFuture.runAsync(() -> look(suite, length, memory), threads);
            // On this thread, which wakes up more exactly than a virtual one: these are timed.
            OpenLoop.run(options.rate(), length, guests::write);
            coming.join();
            looking.join();
        }
    }

    private static void come(
            BenchedSuite suite, int chats, Duration length, Guests guests, Executor threads) {
        Turnover turnover = Turnover.of(chats, length);
        OpenLoop.run(
                turnover.pause(),
                length,
                (number, _) ->
                        threads.execute(
                                () -> guests.stay(suite.nextVisitor(), turnover.stay(number))));
    }

    private static void look(BenchedSuite suite, Duration length, MemoryCourse memory) {
        Duration pause = length.dividedBy(POINTS);
        long begin = System.nanoTime();
        for (int point = 1; point <= POINTS; point++) {
            long due = begin + point * pause.toNanos();
            Waiting.millis(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            memory.note(memory(suite));
        }
    }

    private static Map<String, Long> memory(BenchedSuite suite) {
        var bytes = new TreeMap<String, Long>();
        suite.spent()
                .resident()
                .forEach((part, resident) -> {
                    if (part.endsWith("-service") || part.equals("redis")) {
                        bytes.put(part + " resident", resident);
                    }
                });
        bytes.put("redis in use", suite.store().usedMemory());
        return bytes;
    }

    private static List<Figure> left(BenchedSuite suite) {
        String since = " " + FORGOTTEN.toSeconds() + " s after the last visitor";
        return List.of(
                new Figure("open" + since, (double) suite.store().open(), "scopes"),
                new Figure("keys of scopes" + since, (double) suite.store().keysOfScopes(), "keys"),
                new Figure("redis in use" + since, suite.store().usedMemory() / 1e6, "MB"));
    }
}
