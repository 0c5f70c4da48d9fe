package org.lethe.stack.keys;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.lethe.privacy.seal.KeyDates;
import org.lethe.privacy.seal.KeyFiles;
import org.lethe.privacy.seal.KeySet;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.PartFailure;

/**
 * {@code ./lethe keys}: ends with 0 if it is done, with 1 if a step is refused for now, with 2 if
 * it can't be done.
 */
public final class KeysMain {

    private KeysMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        KeysOptions options;
        try {
            options = KeysOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(KeysOptions.USAGE);
            return 2;
        }
        try {
            run(options, out);
            return 0;
        } catch (KeysRefusedException e) {
            err.println(e.getMessage());
            return 1;
        } catch (PartFailure | UncheckedIOException | IllegalArgumentException e) {
            err.println("It can't be done: " + e.getMessage());
            return 2;
        }
    }

    private static void run(KeysOptions options, PrintStream out) {
        if (options.secrets().isPresent()) {
            Path secrets = options.secrets().get();
            if (!Files.isDirectory(secrets)) {
                throw new PartFailure(secrets.toString(), "is no folder");
            }
            run(options, secrets, new NamedProcesses(options.services()), out);
        } else {
            Path file = StackPaths.find().runningStack();
            StackState state =
                    StackState.read(file)
                            .orElseThrow(() ->
                                    new PartFailure("suite", "none runs here; give --secrets"));
            run(options, state.secrets(), new RunningSuite(file, out), out);
        }
    }

    private static void run(KeysOptions options, Path secrets, Fleet fleet, PrintStream out) {
        var files = new KeyFiles(secrets);
        KeyDates dates = KeyDates.in(secrets);
        Clock clock = Clock.systemUTC();
        switch (options.command()) {
            case SHOW -> new KeyTable(files, dates, out).print();
            case ROTATE -> new Rotation(set(options), files, dates, fleet, clock, out).run();
            case RETIRE -> new Retirement(set(options), files, dates, fleet, clock, out).run();
        }
    }

    private static KeySet set(KeysOptions options) {
        return options.set().orElseThrow();
    }
}
