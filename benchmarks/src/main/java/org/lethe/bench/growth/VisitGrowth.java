package org.lethe.bench.growth;

import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Crowd;
import org.lethe.bench.report.Figure;
import org.lethe.bench.scenario.BenchOptions;
import org.lethe.bench.scenario.Scenario;
import org.lethe.bench.suite.BenchedSuite;

/** More and more visitors on the site. */
public final class VisitGrowth implements Scenario {

    private static final int WARMING = 300;
    private static final int[] SIZES = {1_000, 3_000, 10_000, 30_000, 100_000};

    @Override
    public String name() {
        return "growth-visits";
    }

    @Override
    public String question() {
        return "Does a visit cost more to open, or an operator wait longer for the list and for a"
                + " change in it, the more visitors there are? They come as fast as 32 at a time are"
                + " let in, without a socket, so that each visit ends 170 s after it was opened: if"
                + " it takes longer until all have come, fewer are there, as told. Costs are those"
                + " beyond the same suite in which nobody comes; who leaves meanwhile counts. Bytes"
                + " are with what the limits keep of who came in the last seconds.";
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
        Kept nobody = Kept.in(suite.store());
        Spent rest = suite.atRest(options.seconds() / 2);
        int come = 0;
        if (!options.quick()) {
            // The first are slow, however few there are.
            come = Math.min(WARMING, options.visits() / 2);
            Crowd.come(suite.site(), come, suite::nextVisitor);
        }
        var figures = new ArrayList<Figure>();
        for (int size : Sizes.upTo(options.visits(), SIZES)) {
            var grown = new ArrayList<Figure>();
            // Nobody comes any more where so few were asked for.
            grown.addAll(opened(suite, Math.max(1, size - come), rest));
            grown.addAll(Kept.in(suite.store()).beyond(nobody).figures());
            grown.addAll(VisitorList.figures(suite));
            grown.stream().map(figure -> figure.of(size)).forEach(figures::add);
            come = size;
        }
        return figures;
    }

    private static List<Figure> opened(BenchedSuite suite, int count, Spent rest) {
        Spent before = suite.spent();
        long opened = Crowd.come(suite.site(), count, suite::nextVisitor);
        Spent spent = suite.spent().since(before);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("opened", opened / spent.seconds(), "visits a second"));
        figures.add(new Figure("not opened", count - opened, "visits"));
        figures.addAll(
                new Cost(spent.beyond(rest), count)
                        .figures("to open one", "presence-service", "redis"));
        return figures;
    }
}
