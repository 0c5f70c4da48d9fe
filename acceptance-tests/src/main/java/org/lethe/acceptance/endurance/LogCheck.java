package org.lethe.acceptance.endurance;

import java.util.List;
import java.util.function.Consumer;

/**
 * An outage is a warning at most: an error of ours in a log is something that nobody foresaw.
 * Libraries have their own words for what goes away.
 */
final class LogCheck {

    private static final String ERROR = " ERROR [";

    /** As categories are shortened, and as exceptions are named. */
    private static final List<String> OURS = List.of("[or.le.", "org.lethe.");

    private final Consumer<Broken> broken;

    LogCheck(Consumer<Broken> broken) {
        this.broken = broken;
    }

    private static boolean isError(String line) {
        return line.contains(ERROR) && OURS.stream().anyMatch(line::contains);
    }

    /**
     * Judges what a service wrote; the first error alone is told, with how many there are.
     *
     * @param lines of its log, which hold no personal data
     */
    void judge(String service, List<String> lines) {
        List<String> errors = lines.stream().filter(LogCheck::isError).toList();
        if (!errors.isEmpty()) {
            broken.accept(
                    new Broken(
                            Invariant.LOGS_HOLD_NO_ERROR,
                            service,
                            errors.size() + " errors, the first: " + errors.getFirst()));
        }
    }
}
