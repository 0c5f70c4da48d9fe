package org.lethe.privacy.retention;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.retention.Category;
import org.lethe.contracts.retention.Limits;
import org.lethe.contracts.scope.Slots;

/**
 * The promise: what is held, and when it is gone.
 *
 * <p>Deadlines, the data map and the documentation are taken from here and nowhere else.
 */
public final class RetentionSchedule {

    /**
     * A key's time to live ends this long after its deadline: the reaper destroys at the deadline,
     * Redis itself at the latest here, even with no reaper running.
     */
    public static final Duration MARGIN = Duration.ofSeconds(10);

    /**
     * How long anything may stay in the store that is not renewed, beside all scopes too: counts,
     * marks, lists of ids, wrapped keys of hashes. A visit is renewed for longer, and a line of
     * callbacks by each that is added: one may stay in it for 48 hours ({@link Category#CALLBACK}),
     * and is given up after 24.
     */
    public static final Duration LONGEST = Duration.ofHours(37);

    /**
     * How long something is passed on, or shown to who watches, while the store can't be asked
     * whether it is destroyed. A failover takes less; who can't ask for longer is perhaps alone cut
     * off from the store.
     */
    public static final Duration UNSEEN = Duration.ofMinutes(1);

    private RetentionSchedule() {}

    public static List<Category> categories() {
        return Arrays.asList(Category.values());
    }

    /** What a category holds: what the catalogue says of its slots, and what lies in no scope. */
    public static List<String> contents(Category category) {
        return Stream.concat(
                        Slots.of(category).stream().flatMap(slot -> slot.contents().stream()),
                        category.contents().stream())
                .distinct()
                .toList();
    }

    /** The limits that the scopes of a kind are opened and renewed under. */
    public static Limits of(ScopeKind kind) {
        return required(category(kind));
    }

    /** The category that the scopes of a kind are held under. */
    public static Category category(ScopeKind kind) {
        return switch (kind) {
            case VISIT -> Category.VISIT;
            case CHAT -> Category.CHAT;
            case LETTER -> Category.LETTER;
            case ERASURE -> Category.ERASURE_REQUEST;
        };
    }

    /** How long a key of this kind may stay in the store after its opening or last renewal. */
    public static Duration ceiling(ScopeKind kind) {
        return of(kind).ceiling();
    }

    private static Limits required(Category category) {
        return category.limits()
                .orElseThrow(() -> new IllegalStateException("a scope without limits"));
    }
}
