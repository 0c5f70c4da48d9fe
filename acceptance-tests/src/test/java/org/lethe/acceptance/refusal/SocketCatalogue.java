package org.lethe.acceptance.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The sockets that the AsyncAPI document lists. */
final class SocketCatalogue {
    private static final Pattern ADDRESS =
            Pattern.compile("(?m)^\\s*address:\\s*['\"]?(/v1/\\S+/socket)['\"]?\\s*$");

    private SocketCatalogue() {}

    static List<String> paths() {
        try {
            String text = Files.readString(Path.of("../docs/api/asyncapi.yaml"));
            List<String> paths =
                    ADDRESS.matcher(text)
                            .results()
                            .map((MatchResult found) -> found.group(1))
                            .distinct()
                            .toList();
            if (paths.isEmpty()) {
                throw new IllegalStateException("the AsyncAPI document lists no socket");
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
