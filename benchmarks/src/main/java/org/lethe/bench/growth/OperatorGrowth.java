package org.lethe.bench.growth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.report.Figure;
import org.lethe.bench.scenario.BenchOptions;
import org.lethe.bench.scenario.Chats;
import org.lethe.bench.scenario.Ends;
import org.lethe.bench.scenario.Messages;
import org.lethe.bench.scenario.Scenario;
import org.lethe.bench.suite.BenchedSuite;

/** The same chats with more and more operators at the desk. */
public final class OperatorGrowth implements Scenario {

    private static final int WARMING = 10;
    private static final List<Integer> SIZES = List.of(1, 3, 10, 30, 50);
    private static final List<Integer> QUICK = List.of(3);
    private static final String CHAT_SERVICE = "chat-service";
    private static final String REDIS = "redis";

    @Override
    public String name() {
        return "growth-operators";
    }

    @Override
    public String question() {
        return "Does a message or a chat cost more, or a message take longer, the more operators are"
                + " at the account's desk? One of them has all chats; the others are one person with"
                + " as many consoles, who has none: each console is told of each visitor, of a chat"
                + " while it waits, and of a message only the one whose chat it is in. A console is"
                + " a desk and a list of visitors. Visits of the sizes before end meanwhile, and"
                + " what that costs counts.";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        if (!options.quick()) {
            warm(suite, options);
        }
        var figures = new ArrayList<Figure>();
        for (int size : options.quick() ? QUICK : SIZES) {
            with(suite, options, size).stream()
                    .map(figure -> figure.of(size))
                    .forEach(figures::add);
        }
        return figures;
    }

    /** The first are slow, however few look on. */
    private static void warm(BenchedSuite suite, BenchOptions options) {
        try (Chats chats = Chats.open(suite, WARMING)) {
            Messages.write(chats, options.rate(), part(options, 4));
            Ends.end(suite, chats);
        }
    }

    private static List<Figure> with(BenchedSuite suite, BenchOptions options, int operators) {
        try (Consoles consoles = Consoles.open(suite, operators)) {
            Spent nobody = suite.atRest(restSeconds(options));
            Told before = Told.before(consoles);
            try (Chats chats = Chats.open(suite, options.chats())) {
                Told opened = Told.until(consoles, chats);
                Spent rest = suite.atRest(restSeconds(options));
                Told rested = Told.until(consoles, chats);
                var figures = new ArrayList<Figure>();
                figures.addAll(
                        new Cost(chats.opening().beyond(nobody), chats.count())
                                .figures("to open one", CHAT_SERVICE, "presence-service", REDIS));
                figures.addAll(
                        opened.since(before).figures("to open one", chats.count(), operators));
                figures.addAll(messages(suite, options, chats, rest));
                double sent = chats.arrived().count();
                figures.addAll(
                        Told.until(consoles, chats)
                                .since(rested)
                                .figures("a message", sent, operators));
                Ends.end(suite, chats);
                return figures;
            }
        }
    }

    private static List<Figure> messages(
            BenchedSuite suite, BenchOptions options, Chats chats, Spent rest) {
        Spent before = suite.spent();
        long sent = Messages.write(chats, options.rate(), part(options, 2));
        Spent written = suite.spent().since(before).beyond(rest);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("one way, p50", chats.arrived().millis(50), "ms"));
        figures.add(new Figure("one way, p99", chats.arrived().millis(99), "ms"));
        figures.add(new Figure("lost", sent - chats.arrived().count(), "messages"));
        figures.addAll(new Cost(written, (double) sent).figures("a message", CHAT_SERVICE, REDIS));
        return figures;
    }

    private static int restSeconds(BenchOptions options) {
        return (int) Math.max(1, part(options, 4).toSeconds());
    }

    private static Duration part(BenchOptions options, int parts) {
        return Duration.ofSeconds(options.seconds()).dividedBy(parts);
    }
}
