package org.lethe.bench.scenario;

import java.util.List;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** One question to the suite, which can be asked again. */
public interface Scenario {

    /** In one word, as the command takes it. */
    String name();

    /** In a sentence. */
    String question();

    /** Whether it is only asked when it is named: it takes many minutes. */
    default boolean isLong() {
        return false;
    }

    /** Asks once, and leaves the suite as it was. */
    List<Figure> run(BenchedSuite suite, BenchOptions options);
}
