package org.lethe.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lethe.bench.suite.Through;
import org.lethe.stack.service.JvmProfile;
import org.lethe.stack.service.ServiceInstance;

/**
 * What to measure, and how much of it.
 *
 * @param scenarios by their names; empty for all
 * @param amounts how much is asked for
 * @param through which way clients go to the services
 * @param kept whether the figures become part of the documentation
 * @param quick whether it is only to show that it runs: its figures are good for nothing
 */
public record BenchOptions(
        List<String> scenarios, Amounts amounts, Through through, boolean kept, boolean quick) {

    public static final String USAGE =
            """
            usage: ./lethe bench [<scenario>|all ...] [options]
            scenarios: start rest chat ends letters files presence feed console
                       erasure growth,
                       and only if named, or with all: growth-operators growth-visits
                       growth-erasure soak
              --chats <n>    open at a time; of feed, console and erasure, visitors (100)
              --visits <n>   open at a time, at most, of growth-visits and growth-erasure (10000)
              --rate <n>     a second: messages of all chats together, visitors, pages (100)
              --seconds <n>  that a run measures (20)
              --runs <n>     of which the median is taken (3)
              --replicas <n> processes of each service, reached through the gateway (1)
              --through <w>  ports of the services, or the gateway: what is measured goes there (ports)
              --quick        one short run of each, to see that it runs: no figures
              --keep         writes each one's table, JSON and picture into docs/performance
            """;

    private static final String ALL = "all";

    private static final BenchOptions STANDARD =
            new BenchOptions(List.of(), Amounts.STANDARD, Through.PORTS, false, false);

    private static final BenchOptions QUICK =
            new BenchOptions(List.of(), Amounts.QUICK, Through.PORTS, false, true);

    public BenchOptions {
        scenarios = List.copyOf(scenarios);
        if (quick && kept) {
            throw new IllegalArgumentException(
                    "--quick shows that it runs: its figures are not kept, so there is no --keep.");
        }
        if (amounts.replicas() > ServiceInstance.MOST) {
            throw new IllegalArgumentException(
                    "--replicas takes a number up to " + ServiceInstance.MOST + ".");
        }
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static BenchOptions parse(List<String> arguments) {
        var options = arguments.contains("--quick") ? QUICK : STANDARD;
        var scenarios = new ArrayList<String>();
        var words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--keep" -> options = options.keeping();
                case "--chats", "--visits", "--rate", "--seconds", "--runs", "--replicas" ->
                        options =
                                options.with(
                                        word, number(word, words.hasNext() ? words.next() : ""));
                case "--through" ->
                        options =
                                options.through(Through.named(words.hasNext() ? words.next() : ""));
                case "--quick" -> {
                    // How quick was asked first.
                }
                case "--help" -> throw new IllegalArgumentException("Measures a suite of its own.");
                default -> {
                    if (word.startsWith("-")) {
                        throw new IllegalArgumentException("There is no option " + word + ".");
                    }
                    scenarios.add(word);
                }
            }
        }
        if (options.replicas() > 1 && options.through() != Through.GATEWAY) {
            throw new IllegalArgumentException(
                    "Several processes of a service are reached with --through gateway.");
        }
        return options.of(scenarios);
    }

    public int chats() {
        return amounts.chats();
    }

    public int visits() {
        return amounts.visits();
    }

    public int rate() {
        return amounts.rate();
    }

    public int seconds() {
        return amounts.seconds();
    }

    public int runs() {
        return amounts.runs();
    }

    public int replicas() {
        return amounts.replicas();
    }

    /** How the services are started: figures are those of production. */
    public JvmProfile jvm() {
        return quick ? JvmProfile.LOCAL : JvmProfile.PRODUCTION;
    }

    /** Whether this scenario was asked for: one that takes long is, by its name or with all. */
    public boolean includes(Scenario scenario) {
        return scenarios.contains(ALL)
                || scenarios.contains(scenario.name())
                || scenarios.isEmpty() && (quick || !scenario.isLong());
    }

    /** What asks for the same again, whatever the usual amounts may become. */
    public String command() {
        var words = new ArrayList<>(List.of("./lethe", "bench"));
        words.addAll(scenarios);
        new TreeMap<>(amounts.byName())
                .forEach((name, amount) -> words.add("--" + name + " " + amount));
        words.add("--through " + through.label());
        if (quick) {
            words.add("--quick");
        }
        return String.join(" ", words);
    }

    /** What is asked for and does not exist. */
    public Optional<String> unknown(List<String> known) {
        return scenarios.stream()
                .filter(name -> !name.equals(ALL) && !known.contains(name))
                .findFirst();
    }

    private BenchOptions with(String option, int value) {
        return new BenchOptions(
                scenarios,
                amounts.with(option.substring("--".length()), value),
                through,
                kept,
                quick);
    }

    private BenchOptions through(Through way) {
        return new BenchOptions(scenarios, amounts, way, kept, quick);
    }

    private BenchOptions of(List<String> named) {
        return new BenchOptions(named, amounts, through, kept, quick);
    }

    private BenchOptions keeping() {
        return new BenchOptions(scenarios, amounts, through, true, quick);
    }

    private static int number(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(option + " takes a number from 1.");
    }
}
