package org.lethe.acceptance.endurance;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lethe.acceptance.client.Persona;

/**
 * What one visitor does; the same seed and number give the same.
 *
 * @param word stands in everything that they write, and in nothing of anybody else
 * @param messages how many they write in a chat
 * @param file whether one is sent
 * @param address as it is forwarded
 */
record VisitorScript(String word, Kind kind, int messages, boolean file, String address) {

    /** How it ends. */
    enum Kind {
        /** Nothing but a message left, as if nobody were online. */
        OFFLINE_MESSAGE,
        VISITOR_ENDS,
        OPERATOR_ENDS,
        /** The page is closed and says so. */
        LEAVES,
        /** The network is gone. */
        VANISHES,
        ERASED
    }

    static VisitorScript of(long seed, int number) {
        var random = new SplittableRandom(seed ^ (number * 0x9E3779B97F4A7C15L)).split();
        return new VisitorScript(
                prefix(seed) + number + "e",
                kind(random.nextInt(100)),
                random.nextInt(2, 12),
                random.nextInt(100) < 35,
                "81.2.%d.%d".formatted(random.nextInt(60, 70), random.nextInt(1, 255)));
    }

    /** Stands in everything that anybody writes in a run. */
    static String prefix(long seed) {
        return "endured" + Long.toString(Math.floorMod(seed, 1L << 40), 36) + "v";
    }

    private static Kind kind(int of100) {
        if (of100 < 15) {
            return Kind.OFFLINE_MESSAGE;
        }
        if (of100 < 45) {
            return Kind.VISITOR_ENDS;
        }
        if (of100 < 65) {
            return Kind.OPERATOR_ENDS;
        }
        if (of100 < 76) {
            return Kind.LEAVES;
        }
        return of100 < 87 ? Kind.VANISHES : Kind.ERASED;
    }

    Persona persona() {
        return Persona.of(word, address);
    }

    /** The texts of the messages, in their order. */
    List<String> texts() {
        return IntStream.range(0, messages).mapToObj(i -> word + " message " + i).toList();
    }
}
