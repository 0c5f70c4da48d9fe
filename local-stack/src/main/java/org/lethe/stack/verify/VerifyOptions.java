package org.lethe.stack.verify;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code ./lethe verify}.
 *
 * @param file a receipt or an export; the running suite's ledger if there is none
 * @param keys a JSON Web Key Set
 * @param address of a suite; the one that runs here, unless it is said
 * @param token the file with the token of a privacy officer
 * @param kept an export of before
 * @param keep where to write the export
 */
record VerifyOptions(
        Optional<Path> file,
        Optional<Path> keys,
        Optional<URI> address,
        Optional<Path> token,
        Optional<Path> kept,
        Optional<Path> keep) {

    static final String USAGE =
            """
            usage: ./lethe verify <file> [--keys <jwks.json>]
                     a receipt, or a ledger that was kept: its signatures and its place in the signed tree
                   ./lethe verify ledger [--token <file>] [--kept <file>] [--keep <file>] [--keys <jwks.json>]
                     the ledger of a running suite: its heads, and with a privacy officer's token the account's entries
              --url <address>  the suite; without it the one that ./lethe up has started
              --keys <file>    the published keys; without it they are fetched of the suite
              --kept <file>    what was kept before: whether it has only grown since
              --keep <file>    writes what was verified, to be kept, if nothing wrong was found
            """;

    static VerifyOptions parse(List<String> given) {
        Deque<String> left = new ArrayDeque<>(given);
        if (left.isEmpty()) {
            throw new IllegalArgumentException("What is to be verified?");
        }
        String what = left.pop();
        var options =
                new VerifyOptions(
                        what.equals("ledger") ? Optional.empty() : Optional.of(Path.of(what)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        while (!left.isEmpty()) {
            String option = left.pop();
            if (left.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value.");
            }
            options = options.with(option, left.pop());
        }
        return options;
    }

    private VerifyOptions with(String option, String value) {
        Optional<Path> path = Optional.of(Path.of(value));
        return switch (option) {
            case "--keys" -> new VerifyOptions(file, path, address, token, kept, keep);
            case "--url" ->
                    new VerifyOptions(
                            file, keys, Optional.of(URI.create(value)), token, kept, keep);
            case "--token" -> new VerifyOptions(file, keys, address, path, kept, keep);
            case "--kept" -> new VerifyOptions(file, keys, address, token, path, keep);
            case "--keep" -> new VerifyOptions(file, keys, address, token, kept, path);
            default -> throw new IllegalArgumentException("There is no option " + option + ".");
        };
    }
}
