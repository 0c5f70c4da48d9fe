package org.lethe.bench.scenario;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/** The start of a suite. */
public final class Start implements Scenario {

    private final AtomicBoolean isOwnTold = new AtomicBoolean();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String question() {
        return "How long after its start is a suite ready, with Kafka, Redis and Keycloak? The first"
                + " run is the start of the suite that everything else is measured on; later ones"
                + " start another beside it.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        if (isOwnTold.compareAndSet(false, true)) {
            return figures(suite);
        }
        try (BenchedSuite another =
                BenchedSuite.start(options.jvm(), options.through(), options.replicas())) {
            return figures(another);
        }
    }

    private static List<Figure> figures(BenchedSuite suite) {
        return List.of(new Figure("ready", suite.startedIn().toMillis() / 1000.0, "s"));
    }
}
