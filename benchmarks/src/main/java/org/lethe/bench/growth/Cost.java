package org.lethe.bench.growth;

import java.util.List;
import java.util.stream.Stream;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.report.Figure;

/** What was spent, by the things that it was spent for. */
record Cost(Spent spent, double count) {

    /**
     * Processor time of parts, and the commands of the store.
     *
     * @param what one of the things is, such as {@code a message}
     */
    List<Figure> figures(String what, String... parts) {
        return Stream.concat(
                        Stream.of(parts).map(part -> processor(part, what)),
                        Stream.of(new Figure("commands " + what, commands(), "commands")))
                .toList();
    }

    double commands() {
        return spent.store().allCalls() / count;
    }

    private Figure processor(String part, String what) {
        return new Figure(part + " " + what, millis(part), "CPU ms");
    }

    double millis(String part) {
        return 1000 * spent.processorSeconds(part) / count;
    }
}
