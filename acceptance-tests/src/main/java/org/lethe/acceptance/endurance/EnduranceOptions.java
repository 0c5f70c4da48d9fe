package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a run is asked for.
 *
 * @param length for how long there are faults; what must end afterwards takes some minutes more
 * @param seed of all that is random: the same seed plans the same run
 * @param visitors how many there are at a time
 */
record EnduranceOptions(Duration length, long seed, int visitors) {

    private static final Duration USUAL_LENGTH = Duration.ofMinutes(60);
    private static final int USUAL_VISITORS = 6;

    /**
     * Reads a command line such as {@code --minutes 10 --seed 7}.
     *
     * @throws IllegalArgumentException for anything else, with a sentence for people
     */
    static EnduranceOptions of(List<String> arguments) {
        Duration length = USUAL_LENGTH;
        long seed = RandomGenerator.getDefault().nextLong(1_000_000);
        int visitors = USUAL_VISITORS;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--minutes" -> length = Duration.ofMinutes(number(option, rest, 1, 600));
                case "--seed" -> seed = number(option, rest, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--visitors" -> visitors = (int) number(option, rest, 1, 50);
                default -> throw new IllegalArgumentException("there is no option " + option);
            }
        }
        return new EnduranceOptions(length, seed, visitors);
    }

    private static long number(String option, Iterator<String> rest, long least, long most) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a number");
        }
        try {
            long number = Long.parseLong(rest.next());
            if (number < least || number > most) {
                throw new IllegalArgumentException(
                        option + " is a number from " + least + " to " + most);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number", e);
        }
    }
}
