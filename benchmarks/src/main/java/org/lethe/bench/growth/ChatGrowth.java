package org.lethe.bench.growth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.report.Figure;
import org.lethe.bench.scenario.BenchOptions;
import org.lethe.bench.scenario.Chats;
import org.lethe.bench.scenario.Ends;
import org.lethe.bench.scenario.Messages;
import org.lethe.bench.scenario.Scenario;
import org.lethe.bench.suite.BenchedSuite;

/** The same with more and more chats: what one costs must not depend on how many there are. */
public final class ChatGrowth implements Scenario {

    static final int[] SIZES = {10, 30, 100, 300, 1_000, 3_000};

    private static final int WARMING = 10;
    private static final String CHAT_SERVICE = "chat-service";

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String question() {
        return "Does a chat cost more, or a message take longer, the more chats are open? Asked of"
                + " more and more, up to as many as were asked for; messages come at the same rate"
                + " always. Visits of the sizes before end meanwhile, and what that costs counts.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        // The first are slow, however few there are.
        with(suite, options, WARMING);
        var figures = new ArrayList<Figure>();
        for (int size : Sizes.upTo(options.chats(), SIZES)) {
            with(suite, options, size).stream()
                    .map(figure -> figure.of(size))
                    .forEach(figures::add);
        }
        return figures;
    }

    private static List<Figure> with(BenchedSuite suite, BenchOptions options, int size) {
        var figures = new ArrayList<Figure>();
        Duration length = Duration.ofSeconds(options.seconds()).dividedBy(2);
        Spent nobody = suite.atRest((int) length.toSeconds());
        try (Chats chats = Chats.open(suite, size)) {
            var opening = new Cost(chats.opening().beyond(nobody), size);
            figures.addAll(opening.figures("to open one", CHAT_SERVICE));
            Spent rest = suite.atRest((int) length.toSeconds());
            Spent before = suite.spent();
            long sent = Messages.write(chats, options.rate(), length);
            var written = new Cost(suite.spent().since(before).beyond(rest), (double) sent);
            figures.add(new Figure("one way, p50", chats.arrived().millis(50), "ms"));
            figures.add(new Figure("one way, p99", chats.arrived().millis(99), "ms"));
            figures.addAll(written.figures("a message", CHAT_SERVICE));
            Spent open = suite.spent();
            Latencies gone = Ends.end(suite, chats);
            var ended = new Cost(suite.spent().since(open).beyond(rest), size);
            figures.add(new Figure("lost", sent - chats.arrived().count(), "messages"));
            figures.add(new Figure("keys gone, p99", gone.millis(99), "ms"));
            figures.add(new Figure("not gone", size - gone.count(), "chats"));
            figures.addAll(ended.figures("an end", CHAT_SERVICE));
        }
        return figures;
    }
}
