package org.lethe.bench.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** The same with more and more chats: what one costs must not depend on how many there are. */
public final class Growth implements Scenario {

    private static final int WARMING = 10;
    private static final int[] SIZES = {30, 100, 300, 1_000, 3_000};

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String question() {
        return "Does a chat cost more, or a message take longer, the more chats are open? Asked of"
                + " more and more, up to as many as were asked for; messages come at the same rate"
                + " always.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        // The first are slow, however few there are.
        with(suite, options, WARMING);
        var figures = new ArrayList<Figure>();
        sizes(options.chats()).forEach(size -> figures.addAll(with(suite, options, size)));
        return figures;
    }

    /** The largest is what was asked for. */
    private static List<Integer> sizes(int most) {
        return IntStream.concat(IntStream.of(SIZES).filter(size -> size < most), IntStream.of(most))
                .boxed()
                .toList();
    }

    private static List<Figure> with(BenchedSuite suite, BenchOptions options, int size) {
        String of = ", of " + size;
        var figures = new ArrayList<Figure>();
        Duration length = Duration.ofSeconds(options.seconds()).dividedBy(2);
        Spent nobody = suite.atRest((int) length.toSeconds());
        try (Chats chats = Chats.open(suite, size)) {
            Spent opening = chats.opening().beyond(nobody);
            figures.add(new Figure("commands to open one" + of, per(opening, size), "a chat"));
            figures.add(new Figure("chat-service to open one" + of, cpu(opening, size), "CPU ms"));
            Spent rest = suite.atRest((int) length.toSeconds());
            Spent before = suite.spent();
            long sent = Messages.write(chats, options.rate(), length);
            Spent written = suite.spent().since(before).beyond(rest);
            figures.add(new Figure("one way, p50" + of, chats.arrived().millis(50), "ms"));
            figures.add(new Figure("one way, p99" + of, chats.arrived().millis(99), "ms"));
            figures.add(
                    new Figure(
                            "chat-service a message" + of, cpu(written, (double) sent), "CPU ms"));
            Spent open = suite.spent();
            Latencies gone = Ends.end(suite, chats);
            Spent ended = suite.spent().since(open).beyond(rest);
            figures.add(new Figure("lost" + of, sent - chats.arrived().count(), "messages"));
            figures.add(new Figure("keys gone, p99" + of, gone.millis(99), "ms"));
            figures.add(new Figure("not gone" + of, size - gone.count(), "chats"));
            figures.add(new Figure("commands an end" + of, per(ended, size), "an end"));
            figures.add(new Figure("chat-service an end" + of, cpu(ended, size), "CPU ms"));
        }
        return figures;
    }

    private static double per(Spent spent, double count) {
        return spent.allCalls() / count;
    }

    private static double cpu(Spent spent, double count) {
        return 1000 * spent.processorSeconds("chat-service") / count;
    }
}
