package org.lethe.bench.growth;

import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.load.Received;
import org.lethe.bench.report.Figure;
import org.lethe.bench.scenario.Chats;

/**
 * What consoles were told.
 *
 * @param own the desk whose chats they are
 * @param desks all others together
 * @param lists all lists of visitors together
 */
record Told(Received own, Received desks, Received lists) {

    /** Until now. */
    static Told until(Consoles consoles, Chats chats) {
        return new Told(chats.received(), consoles.toDesks(), consoles.toLists());
    }

    /** Until now, and no chat was there yet. */
    static Told before(Consoles consoles) {
        return new Told(Received.NOTHING, consoles.toDesks(), consoles.toLists());
    }

    Told since(Told before) {
        return new Told(
                own.since(before.own), desks.since(before.desks), lists.since(before.lists));
    }

    /**
     * Frames and bytes, to one console each.
     *
     * @param what one of the things is of which they were told
     * @param count how many things
     * @param operators how many consoles, with the own one
     */
    List<Figure> figures(String what, double count, int operators) {
        var figures = new ArrayList<Figure>();
        add(figures, "to the desk whose it is, " + what, own, count);
        if (operators > 1) {
            add(figures, "to each other desk, " + what, desks, count * (operators - 1));
        }
        add(figures, "to each list of visitors, " + what, lists, count * operators);
        return figures;
    }

    private static void add(List<Figure> figures, String what, Received received, double count) {
        figures.add(new Figure("frames " + what, received.frames() / count, "frames"));
        figures.add(new Figure("bytes " + what, received.bytes() / count, "bytes"));
    }
}
