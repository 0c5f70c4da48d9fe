package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lethe.stack.service.ServiceInstance;

/**
 * What a run is asked for.
 *
 * @param length for how long there are faults; what must end afterwards takes some minutes more
 * @param seed of all that is random: the same seed plans the same run
 * @param visitors how many there are at a time
 * @param replicas processes of each service
 */
record EnduranceOptions(Duration length, long seed, int visitors, int replicas) {

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
        int replicas = 1;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--minutes" -> length = Duration.ofMinutes(number(option, rest, 1, 600));
                case "--seed" -> seed = number(option, rest, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--visitors" -> visitors = (int) number(option, rest, 1, 50);
                case "--replicas" -> replicas = (int) number(option, rest, 1, ServiceInstance.MOST);
                default -> throw new IllegalArgumentException("there is no option " + option);
            }
        }
        return new EnduranceOptions(length, seed, visitors, replicas);
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
