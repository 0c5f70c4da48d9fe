package org.lethe.bench.growth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Arrival;
import org.lethe.bench.load.Crowd;
import org.lethe.bench.load.Desk;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.LoadedChat;
import org.lethe.bench.load.Openings;
import org.lethe.bench.report.Figure;
import org.lethe.bench.scenario.BenchOptions;
import org.lethe.bench.scenario.Scenario;
import org.lethe.bench.scenario.TimedErasures;
import org.lethe.bench.scenario.TimedErasures.Subject;
import org.lethe.bench.suite.BenchedSuite;

/** Persons who are found and erased among more and more others. */
public final class ErasureGrowth implements Scenario {

    private static final int WARMING = 20;
    private static final int ALONE = 10;
    private static final int TOGETHER = 100;
    private static final int[] SIZES = {1_000, 10_000, 30_000, 100_000};
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "growth-erasure";
    }

    @Override
    public String question() {
        return "Does it take longer to find and erase a person, or cost more, the more visitors"
                + " there are? By the IP address of a visit and by the e-mail address of a chat,"
                + " one after the other; and "
                + TOGETHER
                + " at once by IP addresses, whose costs are told. Each is answered when it is"
                + " found; its key is gone by a look into the store; its receipt is there. Visitors"
                + " come as in growth-visits.";
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
        Erasure erasure = suite.erasure();
        Spent rest = suite.atRest(options.seconds() / 2);
        // The first are slow, however few others there are.
        new TimedErasures(suite, erasure).each(byAddress(suite, options.quick() ? 1 : WARMING));
        Kept nobody = Kept.in(suite.store());
        int come = 0;
        var figures = new ArrayList<Figure>();
        for (int size : Sizes.upTo(options.visits(), SIZES)) {
            Crowd.come(suite.site(), size - come, suite::nextVisitor);
            come = size;
            var grown = new ArrayList<Figure>();
            grown.addAll(Kept.in(suite.store()).beyond(nobody).figures());
            grown.addAll(erased(suite, erasure, rest, options.quick() ? 2 : ALONE));
            grown.stream().map(figure -> figure.of(size)).forEach(figures::add);
        }
        return figures;
    }

    private static List<Figure> erased(BenchedSuite suite, Erasure erasure, Spent rest, int alone) {
        var figures = new ArrayList<Figure>();
        var byAddress = new TimedErasures(suite, erasure);
        byAddress.each(byAddress(suite, alone));
        figures.addAll(byAddress.figures("by address"));
        var byEmail = new TimedErasures(suite, erasure);
        var chats = new ArrayList<LoadedChat>();
        try (var desk = new Desk(suite.site(), suite.operator(), new Latencies())) {
            byEmail.each(byEmail(suite, desk, chats, alone));
        } finally {
            chats.forEach(LoadedChat::close);
        }
        figures.addAll(byEmail.figures("by e-mail"));
        var together = new TimedErasures(suite, erasure);
        List<Subject> subjects = byAddress(suite, alone * TOGETHER / ALONE);
        Spent before = suite.spent();
        together.together(subjects);
        Spent spent = suite.spent().since(before).beyond(rest);
        figures.addAll(together.figures("at once"));
        figures.addAll(
                new Cost(spent, subjects.size())
                        .figures("an erasure", "gdpr-service", "presence-service", "redis"));
        return figures;
    }

    /** Each with an address of their own. */
    private static List<Subject> byAddress(BenchedSuite suite, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> {
                    int number = suite.nextVisitor();
                    return new Subject(
                            Arrival.at(suite.site(), number).join().id(),
                            erasure -> erasure.requestByAddress(Arrival.address(number)));
                })
                .toList();
    }

    /**
     * Each in a chat with an operator.
     *
     * @param chats gets them, for the caller to close
     */
    private static List<Subject> byEmail(
            BenchedSuite suite, Desk desk, List<LoadedChat> chats, int count) {
        var subjects = new ArrayList<Subject>();
        for (int i = 0; i < count; i++) {
            int number = suite.nextVisitor();
            LoadedChat chat =
                    LoadedChat.open(suite.site(), number, new Openings(), new Latencies());
            chats.add(chat);
            desk.accept(chat.chat());
            subjects.add(
                    new Subject(
                            chat.chat(),
                            erasure -> erasure.requestByEmail(LoadedChat.email(number))));
        }
        desk.awaitOwn(subjects.stream().map(Subject::scope).toList(), PATIENCE);
        return subjects;
    }
}
