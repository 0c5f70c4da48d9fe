package org.lethe.acceptance.forensics;

/**
 * A value that stands nowhere else in the world, planted in one field that a person can fill.
 *
 * @param field the field, as the report names it
 * @param value what is planted, with characters that JSON and URLs must escape
 * @param core the random part of the value that no encoding of characters changes
 */
public record Canary(String field, String value, String core) {

    /** Whether it is an address, which is packed into few bytes too. */
    boolean isAddress() {
        return field.startsWith("IP");
    }

    @Override
    public String toString() {
        return "canary of " + field;
    }
}
