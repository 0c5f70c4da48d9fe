package org.lethe.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.report.Figure;
import org.lethe.bench.store.KeyWatch;
import org.lethe.bench.suite.BenchedSuite;

/** Some chats end one after the other, then all others in the same moment. */
public final class Ends implements Scenario {

    private static final int ALONE = 20;
    private static final int FEW_ALONE = 3;

    @Override
    public String name() {
        return "ends";
    }

    @Override
    public String question() {
        return "How long after all chats were ended at once are their keys gone, by a look into the"
                + " store, and what does an end cost until the desk was told of all? Before that "
                + ALONE
                + " more (`--quick`: "
                + FEW_ALONE
                + ") end alone, one after the other while all others go on: their p99 is the"
                + " slowest. Costs are those of all at once, beyond the same chats before; letters"
                + " are sealed, and those that go out meanwhile count.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        int alone = options.quick() ? FEW_ALONE : ALONE;
        try (Chats chats = Chats.open(suite, options.chats() + alone)) {
            var goneAlone = new Latencies();
            for (int end = 0; end < alone; end++) {
                goneAlone.add(chats.endOne(suite.store()));
            }
            // After those: what their letters cost is spread over the rest.
            Spent rest = suite.atRest(options.seconds() / 2);
            Spent before = suite.spent();
            Latencies gone = end(suite, chats);
            Spent spent = suite.spent().since(before);
            double told = spent.seconds() * 1000;
            Spent beyond = spent.beyond(rest);
            var figures = new ArrayList<Figure>();
            figures.add(new Figure("keys gone alone, p50", goneAlone.millis(50), "ms"));
            figures.add(new Figure("keys gone alone, p99", goneAlone.millis(99), "ms"));
            figures.add(new Figure("not gone alone", alone - goneAlone.count(), "chats"));
            figures.add(new Figure("keys gone, p50", gone.millis(50), "ms"));
            figures.add(new Figure("keys gone, p99", gone.millis(99), "ms"));
            figures.add(new Figure("the desk was told of all", told, "ms"));
            figures.add(new Figure("not gone", chats.count() - gone.count(), "chats"));
            figures.addAll(beyond.each(chats.count(), "an end"));
            return figures;
        }
    }

    /** Ends all at once, and waits until everybody was told: when their keys were gone. */
    public static Latencies end(BenchedSuite suite, Chats chats) {
        long begin = System.nanoTime();
        chats.end();
        Latencies gone = KeyWatch.untilGone(suite.store(), chats.ids(), begin);
        chats.awaitEnded();
        return gone;
    }
}
