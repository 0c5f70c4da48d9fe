package org.lethe.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a child process is started.
 *
 * @param name what people call it; its log carries the same name
 * @param environment added to a small clean environment: nothing of the launcher's own gets through
 */
public record Launch(
        String name, List<String> command, Map<String, String> environment, Path directory) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
