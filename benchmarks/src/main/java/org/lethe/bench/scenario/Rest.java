package org.lethe.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** The suite with nobody there. */
public final class Rest implements Scenario {

    private static final int SETTLING_MILLIS = 5_000;

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public String question() {
        return "What does a suite cost in which nobody does anything?";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        Waiting.millis(SETTLING_MILLIS);
        Spent spent = suite.atRest(options.seconds());
        var figures = new ArrayList<Figure>();
        figures.addAll(spent.ofStore(spent.seconds(), "a second"));
        figures.addAll(spent.ofParts(100 / spent.seconds(), "% of a core"));
        figures.add(
                new Figure(
                        "the five services, resident",
                        spent.resident().entrySet().stream()
                                        .filter(part -> part.getKey().endsWith("-service"))
                                        .mapToLong(part -> part.getValue())
                                        .sum()
                                / 1e6,
                        "MB"));
        return figures;
    }
}
