package org.lethe.contracts.id;

import java.security.SecureRandom;
import java.util.function.IntFunction;

/** The form {@code v17-k3f9-<26>}: kind, shard, store epoch, and what makes the id unique. */
final class ScopeIdForm {

    static final int EPOCH_LENGTH = 4;

    private static final int UNIQUE_AT = 9;
    private static final int LENGTH = UNIQUE_AT + Base32.LENGTH;

    private ScopeIdForm() {}

    static void check(ScopeKind kind, String value) {
        if (!isValid(value) || value.charAt(0) != kind.letter()) {
            throw new InvalidIdException(kind.code() + " id");
        }
    }

    static int shard(String value) {
        return (value.charAt(1) - '0') * 10 + value.charAt(2) - '0';
    }

    static String epoch(String value) {
        return value.substring(4, 8);
    }

    static String mint(ScopeKind kind, String epoch, SecureRandom random) {
        return mint(kind, shard -> epoch, random);
    }

    /** The shard is drawn first; only then is it known which epoch the id must carry. */
    static String mint(ScopeKind kind, IntFunction<String> epochs, SecureRandom random) {
        int shard = random.nextInt(Shard.COUNT);
        return join(kind, shard, epochs.apply(shard), Base32.random(random));
    }

    static String unique(String value) {
        return value.substring(UNIQUE_AT);
    }

    static String join(ScopeKind kind, int shard, String epoch, String unique) {
        return kind.letter() + Shard.digits(shard) + "-" + epoch + "-" + unique;
    }

    private static boolean isValid(String value) {
        return value.length() == LENGTH
                && value.charAt(3) == '-'
                && value.charAt(8) == '-'
                && isDigit(value.charAt(1))
                && isDigit(value.charAt(2))
                && shard(value) < Shard.COUNT
                && Base32.isLowerAlphanumeric(value, 4, 8)
                && Base32.isLowerAlphanumeric(value, UNIQUE_AT, LENGTH);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
