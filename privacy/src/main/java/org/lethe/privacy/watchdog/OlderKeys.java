package org.lethe.privacy.watchdog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.redis.KeyWalk;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.KeyIds;

/**
 * Counts, in the course of a walk, the scopes whose keys are wrapped by a key-encryption key that
 * the primary has taken the place of. Chats, letters and requests end by themselves; a visit lasts
 * as long as its visitor stays, so that no date tells when the last one has ended.
 *
 * <p>Of each key record only the beginning is read, which is no key. Where there is no older key
 * nothing is read.
 */
final class OlderKeys {

    private final List<KeyId> older;
    private final Function<List<String>, List<Optional<byte[]>>> beginnings;
    private Map<ScopeKind, Integer> counting = none();
    private volatile @Nullable Map<ScopeKind, Integer> counted;

    /**
     * @param beginnings the first {@link KeyId#PREFIX} bytes of records, in the order of their keys
     */
    OlderKeys(KeyIds keys, Function<List<String>, List<Optional<byte[]>>> beginnings) {
        this.older = keys.older();
        this.beginnings = beginnings;
    }

    /** A walk begins. */
    void begin() {
        counting = none();
    }

    void look(List<KeyWalk.Found> part) {
        if (older.isEmpty()) {
            return;
        }
        List<KeyWalk.Found> records =
                part.stream().filter(each -> scopeOfKey(each.key()).isPresent()).toList();
        List<Optional<byte[]>> wraps =
                beginnings.apply(records.stream().map(KeyWalk.Found::key).toList());
        for (int i = 0; i < records.size(); i++) {
            if (wraps.get(i).flatMap(KeyId::ofWrap).filter(older::contains).isPresent()) {
                scopeOfKey(records.get(i).key())
                        .ifPresent(scope -> counting.merge(scope.kind(), 1, Integer::sum));
            }
        }
    }

    /** The walk has met all keys. */
    void end() {
        counted = counting;
    }

    /** Another process walks, and what was counted here becomes old. */
    void forget() {
        counted = null;
    }

    /**
     * How many there were when this process last walked, one that was met twice counted twice;
     * empty if another does.
     */
    OptionalInt count(ScopeKind kind) {
        if (older.isEmpty()) {
            return OptionalInt.of(0);
        }
        Map<ScopeKind, Integer> last = counted;
        return last == null ? OptionalInt.empty() : OptionalInt.of(last.getOrDefault(kind, 0));
    }

    private static Optional<ScopeId> scopeOfKey(String key) {
        return KeyRule.read(key)
                .filter(name -> name.slot().equals(Compartment.CONTENT.slot()))
                .flatMap(KeyRule.Named::scope);
    }

    private static Map<ScopeKind, Integer> none() {
        return new EnumMap<>(ScopeKind.class);
    }
}
