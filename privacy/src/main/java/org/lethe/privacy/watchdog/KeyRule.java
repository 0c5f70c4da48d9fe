package org.lethe.privacy.watchdog;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.retention.RetentionSchedule;

/**
 * How long a key may have to live, by its name alone. It knows nothing of what wrote the key, so
 * that a mistake there is none here.
 */
final class KeyRule {

    /** As META_GRACE of {@code prelude/life.lua}. */
    static final Duration GRACE = Duration.ofHours(1);

    /** Between what a script sets and what is read, clocks of a shard that were set forward too. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The epoch of a shard and its time: they hold nothing of anybody, and must not end. */
    private static final Set<String> ENDLESS = Set.of("epoch", "forward");

    private static final Pattern KEY = Pattern.compile("\\{s(\\d\\d)}:(?:([^:]+):)?([^:]+).*");

    private KeyRule() {}

    /**
     * A key of the suite's.
     *
     * @param scope whose it is; empty for what a shard has beside its scopes
     * @param slot the last part of the name of a scope's key
     */
    record Named(int shard, Optional<ScopeId> scope, String slot) {

        /** What is left of a scope on purpose, so that it is not opened a second time. */
        boolean isTombstone() {
            return scope.isPresent() && slot.equals("gone");
        }

        /** Whether it is only there together with the scope's content key. */
        boolean isOfOpenScope() {
            return scope.isPresent() && !isTombstone();
        }

        /** How long it may have to live at most; empty where it may have no end. */
        Optional<Duration> ceiling() {
            if (scope.isEmpty()) {
                return ENDLESS.contains(slot)
                        ? Optional.empty()
                        : Optional.of(RetentionSchedule.LONGEST);
            }
            if (isTombstone()) {
                return Optional.of(RetentionSchedule.LONGEST);
            }
            Duration ceiling = ceilingOf(scope.get().kind());
            return Optional.of(slot.equals("m") ? ceiling.plus(GRACE) : ceiling);
        }

        /**
         * Whether it may have so long to live.
         *
         * @param ahead by how much the shard's time was set forward: the clock of its Redis went
         *     back, and times to live that were set before are as much longer, but those of open
         *     scopes, which were set anew
         */
        boolean allows(long lifeMillis, Duration ahead) {
            Duration more = isOfOpenScope() ? TOLERANCE : TOLERANCE.plus(ahead);
            return ceiling()
                    .map(longest -> lifeMillis >= 0 && lifeMillis <= longest.plus(more).toMillis())
                    .orElse(true);
        }
    }

    /** Reads a key's name; empty if it is none of the suite's. */
    static Optional<Named> read(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int shard = Integer.parseInt(parts.group(1), 10);
        String first = parts.group(2);
        String second = parts.group(3);
        if (first == null) {
            return Optional.of(new Named(shard, Optional.empty(), second));
        }
        return Optional.of(
                scope(first, shard)
                        .map(scope -> new Named(shard, Optional.of(scope), second))
                        .orElseGet(() -> new Named(shard, Optional.empty(), first)));
    }

    private static Optional<ScopeId> scope(String text, int shard) {
        try {
            return Optional.of(ScopeId.parse(text)).filter(scope -> scope.shard() == shard);
        } catch (InvalidIdException _) {
            return Optional.empty();
        }
    }

    private static Duration ceilingOf(ScopeKind kind) {
        Duration ceiling = RetentionSchedule.ceiling(kind);
        // A visit's has the margin in it; of the others keys are written with it, and cut when the
        // scope is registered.
        return kind == ScopeKind.VISIT ? ceiling : ceiling.plus(RetentionSchedule.MARGIN);
    }
}
