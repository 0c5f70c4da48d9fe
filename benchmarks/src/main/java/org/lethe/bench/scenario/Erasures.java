package org.lethe.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Arrival;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** Erasures of visits, among others that go on: alone, and many at once. */
public final class Erasures implements Scenario {

    private static final int AT_A_TIME = 20;

    @Override
    public String name() {
        return "erasure";
    }

    @Override
    public String question() {
        return "How long after an erasure was asked for, by the number of a visit, is it answered,"
                + " is the visit's key gone by a look into the store, and is the receipt there? One"
                + " after the other, and "
                + AT_A_TIME
                + " at once. Costs are those of the latter until all have their receipts, beyond the"
                + " same visits before.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        List<String> others = come(suite, options.chats());
        Erasure erasure = suite.erasure();
        var alone = new TimedErasures(suite, erasure);
        alone.each(subjects(come(suite, AT_A_TIME)));
        var together = new TimedErasures(suite, erasure);
        List<TimedErasures.Subject> subjects = subjects(come(suite, AT_A_TIME));
        Spent rest = suite.atRest(options.seconds() / 2);
        Spent before = suite.spent();
        together.together(subjects);
        Spent spent = suite.spent().since(before).beyond(rest);
        var figures = new ArrayList<Figure>();
        figures.addAll(alone.figures("alone"));
        figures.addAll(together.figures("at once"));
        figures.add(
                new Figure(
                        "erased though nobody asked",
                        others.size() - suite.store().readable(others).size(),
                        "visits"));
        figures.addAll(spent.each(AT_A_TIME, "an erasure"));
        return figures;
    }

    private static List<TimedErasures.Subject> subjects(List<String> visits) {
        return visits.stream()
                .map(visit ->
                        new TimedErasures.Subject(
                                visit, erasure -> erasure.request(List.of(visit), List.of())))
                .toList();
    }

    private static List<String> come(BenchedSuite suite, int count) {
        return Stream.generate(() -> Arrival.at(suite.site(), suite.nextVisitor()))
                .limit(count)
                .map(CompletableFuture::join)
                .map(Arrival.Visit::id)
                .toList();
    }
}
