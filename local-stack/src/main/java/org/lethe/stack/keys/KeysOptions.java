package org.lethe.stack.keys;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.seal.KeySet;

/**
 * The options of {@code ./lethe keys}.
 *
 * @param set whose keys; empty only to show
 * @param secrets a folder of keysets; that of the suite that runs here, unless it is said
 * @param services processes of the suite that the folder is of
 */
record KeysOptions(
        Command command, Optional<KeySet> set, Optional<Path> secrets, List<URI> services) {

    static final String USAGE =
            """
            usage: ./lethe keys show
                     the ids of all keys, which of them are primary, since when
                   ./lethe keys rotate <kek | token | receipt | index>
                     a new primary; older ones go on reading. Starts the services again, twice
                   ./lethe keys retire <kek | token>
                     removes older keys once nothing is left that they read
              --secrets <folder>  the keysets of a suite elsewhere; without it those of the one that runs here
              --service <url>     with --secrets: one of its processes, such as http://10.1.2.3:8080; each one must be named
            """;

    enum Command {
        SHOW,
        ROTATE,
        RETIRE
    }

    static KeysOptions parse(List<String> given) {
        Deque<String> left = new ArrayDeque<>(given);
        if (left.isEmpty()) {
            throw new IllegalArgumentException("What is to be done with the keys?");
        }
        Command command = command(left.pop());
        Optional<KeySet> set =
                command == Command.SHOW ? Optional.empty() : Optional.of(set(left.poll()));
        Optional<Path> secrets = Optional.empty();
        var services = new ArrayList<URI>();
        while (!left.isEmpty()) {
            String option = left.pop();
            if (left.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value.");
            }
            String value = left.pop();
            switch (option) {
                case "--secrets" -> secrets = Optional.of(Path.of(value));
                case "--service" -> services.add(URI.create(value));
                default -> throw new IllegalArgumentException("There is no option " + option + ".");
            }
        }
        if (secrets.isEmpty() && !services.isEmpty()) {
            throw new IllegalArgumentException("--service is for the suite of --secrets.");
        }
        return new KeysOptions(command, set, secrets, List.copyOf(services));
    }

    private static Command command(String text) {
        return switch (text) {
            case "show" -> Command.SHOW;
            case "rotate" -> Command.ROTATE;
            case "retire" -> Command.RETIRE;
            default -> throw new IllegalArgumentException("Keys are not " + text + ".");
        };
    }

    private static KeySet set(@Nullable String text) {
        return Arrays.stream(KeySet.values())
                .filter(set -> set.code().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "Which keys? One of: "
                                        + Arrays.stream(KeySet.values())
                                                .map(KeySet::code)
                                                .collect(Collectors.joining(", "))));
    }
}
