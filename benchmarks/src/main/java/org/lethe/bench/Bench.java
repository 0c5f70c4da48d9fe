package org.lethe.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lethe.bench.growth.ChatGrowth;
import org.lethe.bench.growth.ErasureGrowth;
import org.lethe.bench.growth.OperatorGrowth;
import org.lethe.bench.growth.VisitGrowth;
import org.lethe.bench.report.Figure;
import org.lethe.bench.report.Head;
import org.lethe.bench.report.Machine;
import org.lethe.bench.report.Report;
import org.lethe.bench.report.Result;
import org.lethe.bench.report.Summary;
import org.lethe.bench.scenario.Arrivals;
import org.lethe.bench.scenario.BenchOptions;
import org.lethe.bench.scenario.ConsoleList;
import org.lethe.bench.scenario.Ends;
import org.lethe.bench.scenario.Erasures;
import org.lethe.bench.scenario.Feed;
import org.lethe.bench.scenario.Letters;
import org.lethe.bench.scenario.Messages;
import org.lethe.bench.scenario.Rest;
import org.lethe.bench.scenario.Scenario;
import org.lethe.bench.scenario.Start;
import org.lethe.bench.scenario.Transfers;
import org.lethe.bench.soak.Soak;
import org.lethe.bench.suite.BenchedSuite;
import org.lethe.bench.suite.Through;
import org.lethe.stack.layout.StackPaths;

/** {@code ./lethe bench}: measures a suite that it starts for itself. */
public final class Bench {

    private static final List<Scenario> SCENARIOS =
            List.of(
                    new Start(),
                    new Rest(),
                    new Messages(),
                    new Ends(),
                    new Letters(),
                    new Transfers(),
                    new Arrivals(),
                    new Feed(),
                    new ConsoleList(),
                    new Erasures(),
                    new ChatGrowth(),
                    new OperatorGrowth(),
                    new VisitGrowth(),
                    new ErasureGrowth(),
                    new Soak());

    private Bench() {}

    public static void main(String[] arguments) {
        BenchOptions options;
        try {
            options = BenchOptions.parse(List.of(arguments));
            options.unknown(SCENARIOS.stream().map(Scenario::name).toList())
                    .ifPresent(name -> {
                        throw new IllegalArgumentException("There is no scenario " + name + ".");
                    });
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(BenchOptions.USAGE);
            System.exit(2);
            return;
        }
        StackPaths paths = StackPaths.find();
        Report report = measure(options);
        System.out.println(report.text());
        Path folder = folder(paths, options);
        report.write(folder);
        System.out.println("Also in " + folder);
        // Connections of clients may have threads that go on.
        System.exit(0);
    }

    /** What went through the gateway lies apart: it is not to be compared with what did not. */
    private static Path folder(StackPaths paths, BenchOptions options) {
        Path folder =
                options.kept()
                        ? paths.root().resolve("docs/performance")
                        : paths.state().resolve(options.quick() ? "bench-quick" : "bench");
        return options.through() == Through.GATEWAY ? folder.resolve("through-gateway") : folder;
    }

    /** One after the other, each as often as was asked for. */
    public static Report measure(BenchOptions options) {
        var results = new ArrayList<Result>();
        System.out.println(
                options.quick()
                        ? "Starting a suite as `./lethe up` does: it shows that it runs."
                        : "Starting a suite as production runs it.");
        try (BenchedSuite suite =
                BenchedSuite.start(options.jvm(), options.through(), options.replicas())) {
            for (Scenario scenario : SCENARIOS) {
                if (options.includes(scenario)) {
                    results.add(measure(scenario, suite, options));
                }
            }
            // When those have taken part that are only asked sometimes.
            return new Report(head(suite, options), results);
        }
    }

    private static Head head(BenchedSuite suite, BenchOptions options) {
        return new Head(
                Machine.facts(),
                suite.versions(),
                options.jvm().name().toLowerCase(Locale.ROOT),
                options.through().label(),
                options.quick(),
                options.amounts().byName(),
                options.command());
    }

    private static Result measure(Scenario scenario, BenchedSuite suite, BenchOptions options) {
        var runs = new ArrayList<List<Figure>>();
        for (int run = 1; run <= options.runs(); run++) {
            System.out.println(scenario.name() + ", run " + run + " of " + options.runs());
            runs.add(scenario.run(suite, options));
        }
        return new Result(scenario.name(), scenario.question(), Summary.of(runs));
    }
}
