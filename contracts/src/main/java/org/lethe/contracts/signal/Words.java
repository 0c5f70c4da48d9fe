package org.lethe.contracts.signal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signals are written in words: ids, codes and numbers, which have no space in them. */
final class Words {

    private static final String NONE = "-";

    private Words() {}

    static byte[] write(Object... words) {
        return Stream.of(words)
                .map(Object::toString)
                .collect(Collectors.joining(" "))
                .getBytes(US_ASCII);
    }

    /** Exactly so many, or it throws {@link IllegalArgumentException}. */
    static String[] read(byte[] bytes, int count) {
        String[] words = new String(bytes, US_ASCII).split(" ", -1);
        if (words.length != count) {
            throw new IllegalArgumentException("not a signal");
        }
        return words;
    }

    static String orNone(Optional<?> word) {
        return word.map(Object::toString).orElse(NONE);
    }

    static Optional<String> unlessNone(String word) {
        return Optional.of(word).filter(some -> !some.equals(NONE));
    }
}
