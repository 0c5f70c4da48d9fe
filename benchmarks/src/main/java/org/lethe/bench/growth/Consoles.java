package org.lethe.bench.growth;

import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.load.Onlooker;
import org.lethe.bench.load.Received;
import org.lethe.bench.load.Site;
import org.lethe.bench.suite.BenchedSuite;

/**
 * Consoles that look on while one operator has all chats: his list of visitors, and of each other
 * one that and its desk. The others are one person, which the suite can't tell from many: none of
 * them has a chat, and each socket is told for itself.
 */
final class Consoles implements AutoCloseable {

    private final List<Onlooker> desks = new ArrayList<>();
    private final List<Onlooker> lists = new ArrayList<>();

    private Consoles() {}

    /**
     * @param operators with the one who has the chats, whose desk is not among these
     */
    static Consoles open(BenchedSuite suite, int operators) {
        Site site = suite.site();
        var consoles = new Consoles();
        consoles.lists.add(Onlooker.ofVisitors(site, suite.operator()));
        String colleague = suite.colleague();
        for (int number = 1; number < operators; number++) {
            consoles.desks.add(Onlooker.atDesk(site, colleague));
            consoles.lists.add(Onlooker.ofVisitors(site, colleague));
        }
        return consoles;
    }

    /** What the other desks were told until now. */
    Received toDesks() {
        return sum(desks);
    }

    /** What the lists of visitors were told until now. */
    Received toLists() {
        return sum(lists);
    }

    private static Received sum(List<Onlooker> onlookers) {
        return onlookers.stream().map(Onlooker::received).reduce(Received.NOTHING, Received::plus);
    }

    @Override
    public void close() {
        desks.forEach(Onlooker::close);
        lists.forEach(Onlooker::close);
    }
}
