package org.lethe.acceptance.endurance;

/**
 * An invariant did not hold.
 *
 * @param where what it concerns: a chat, a letter, a service
 * @param how what was seen instead
 */
record Broken(Invariant invariant, String where, String how) {

    @Override
    public String toString() {
        return "%s (%s): %s: %s".formatted(invariant, invariant.sentence(), where, how);
    }
}
