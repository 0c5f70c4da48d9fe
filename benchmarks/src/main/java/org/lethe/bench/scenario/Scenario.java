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

    /** Asks once, and leaves the suite as it was. */
    List<Figure> run(BenchedSuite suite, BenchOptions options);
}
