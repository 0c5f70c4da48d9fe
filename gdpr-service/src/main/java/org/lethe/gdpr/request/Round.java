package org.lethe.gdpr.request;

import org.lethe.contracts.id.ErasureId;

/**
 * One announcement of an erasure. Scopes that are found late are announced in a round of their own.
 *
 * <p>A round has an id of its own, the request's with the number as its last character. The
 * services echo it, so that a repeated answer to one round never stands for another.
 *
 * @param request the scope of the request, which is the id of round 0
 * @param number from 0
 */
public record Round(ErasureId request, int number) {

    public Round {
        if (number < 0 || number >= Character.MAX_RADIX) {
            throw new IllegalArgumentException("round out of range: " + number);
        }
    }

    /** The round that was announced under an id. */
    public static Round of(ErasureId announced) {
        String value = announced.value();
        char last = value.charAt(value.length() - 1);
        return new Round(ending(announced, 0), Character.digit(last, Character.MAX_RADIX));
    }

    /** What the round is announced under. */
    public ErasureId id() {
        return ending(request, number);
    }

    private static ErasureId ending(ErasureId id, int number) {
        String stem = id.value().substring(0, id.value().length() - 1);
        return new ErasureId(stem + Character.forDigit(number, Character.MAX_RADIX));
    }
}
