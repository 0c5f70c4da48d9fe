package org.lethe.bench.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.OpenLoop;
import org.lethe.bench.load.Stamp;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** Visitors who write, and an operator who reads. */
public final class Messages implements Scenario {

    private static final int LATE_MILLIS = 3_000;
    private static final double PER = 10_000;

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public String question() {
        return "How long does a message take from a visitor to the desk, and what does it cost?"
                + " Beside it the same rhythm through a bare Redis, which seals, keeps and"
                + " acknowledges nothing, and the same chats through a relay with socket.io, which"
                + " seals and keeps nothing, where Node and npm are there, and through Prosody, where"
                + " this machine has it: it hands a message to the desk alone, the visitor hears"
                + " nothing, and nothing is sealed, kept or acknowledged. Costs are those beyond the"
                + " same chats in which nobody writes.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        var figures = new ArrayList<Figure>();
        Latencies lethe;
        Spent nobody = suite.atRest(options.seconds() / 2);
        try (Chats chats = Chats.open(suite, options.chats())) {
            opening(figures, chats, chats.opening().beyond(nobody));
            write(chats, options.rate(), Duration.ofSeconds(options.seconds()).dividedBy(2));
            // The open chats, while nobody writes.
            Spent rest = suite.atRest(options.seconds() / 2);
            chats.arrived().reset();
            chats.acknowledged().reset();
            Spent before = suite.spent();
            long sent = write(chats, options.rate(), Duration.ofSeconds(options.seconds()));
            Spent spent = suite.spent().since(before).beyond(rest);
            lethe = chats.arrived();
            times(figures, "one way", lethe);
            times(figures, "acknowledged", chats.acknowledged());
            figures.add(new Figure("lost", sent - lethe.count(), "messages"));
            figures.addAll(spent.ofParts(PER / sent, "CPU s per 10,000 messages"));
            figures.addAll(spent.ofStore((double) sent, "a message"));
            chats.end();
            chats.awaitEnded();
        }
        Latencies bare = BareRedis.run(suite.store(), options);
        times(figures, "bare Redis", bare);
        figures.add(
                new Figure(
                        "one way beside bare Redis, p99",
                        lethe.millis(99) / bare.millis(99),
                        "times"));
        suite.relay().ifPresent(relay -> figures.addAll(BareRelay.run(relay, options)));
        suite.prosody().ifPresent(prosody -> figures.addAll(BareProsody.run(prosody, options)));
        return figures;
    }

    /** One after the other, each accepted: flat, however many are open. */
    private static void opening(List<Figure> figures, Chats chats, Spent spent) {
        figures.add(new Figure("opened", chats.count() / spent.seconds(), "chats a second"));
        figures.add(new Figure("visit, p50", chats.openings().visit().millis(50), "ms"));
        figures.add(new Figure("chat, p50", chats.openings().chat().millis(50), "ms"));
        figures.add(new Figure("socket, p50", chats.openings().socket().millis(50), "ms"));
        for (String part : List.of("presence-service", "chat-service")) {
            figures.add(
                    new Figure(
                            part + ", to open one",
                            1000 * spent.processorSeconds(part) / chats.count(),
                            "CPU ms a chat"));
        }
        figures.add(
                new Figure(
                        "commands to open one, those in scripts too",
                        spent.store().allCalls() / (double) chats.count(),
                        "a chat"));
    }

    /** Writes, and leaves late ones the time to arrive. */
    public static long write(Chats chats, int rate, Duration length) {
        long sent =
                OpenLoop.run(
                        rate,
                        length,
                        (number, intended) ->
                                chats.get(number).write(Stamp.text(intended), intended));
        long deadline = System.nanoTime() + LATE_MILLIS * 1_000_000L;
        while (chats.arrived().count() < sent && System.nanoTime() < deadline) {
            Waiting.millis(5);
        }
        return sent;
    }

    private static void times(List<Figure> figures, String name, Latencies latencies) {
        for (double percentile : new double[] {50, 99}) {
            figures.add(
                    new Figure(
                            name + ", p" + (int) percentile, latencies.millis(percentile), "ms"));
        }
    }
}
