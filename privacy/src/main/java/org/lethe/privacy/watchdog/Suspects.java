package org.lethe.privacy.watchdog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.redis.KeyWalk;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.ScopeKeyNames;

/** Records that were wrong at one look, kept for a second one. For one thread. */
final class Suspects {

    /** Remembered of one walk; those that are too many are met again. */
    private static final int MOST = 10_000;

    private final RedisStore store;
    private final Map<String, KeyRule.Named> noted = new LinkedHashMap<>();

    Suspects(RedisStore store) {
        this.store = store;
    }

    void clear() {
        noted.clear();
    }

    /** Looks at a part of a walk, and notes what is wrong in it. */
    void note(List<KeyWalk.Found> part) {
        var inTime = new LinkedHashMap<String, KeyRule.Named>();
        for (KeyWalk.Found found : part) {
            KeyRule.read(found.key())
                    .ifPresent(name -> {
                        if (!name.allows(found.lifeMillis(), Duration.ZERO)) {
                            note(found.key(), name);
                        } else if (name.isOfOpenScope()) {
                            inTime.put(found.key(), name);
                        }
                    });
        }
        withoutKey(inTime).forEach(this::note);
    }

    private void note(String key, KeyRule.Named name) {
        if (noted.size() < MOST) {
            noted.put(key, name);
        }
    }

    /** Looks at all of them again, and forgets them. */
    Again again() {
        var again = new LinkedHashMap<>(noted);
        noted.clear();
        Map<Integer, Duration> ahead = setForwardBy(again.values());
        var late = new LinkedHashMap<String, KeyRule.Named>();
        var inTime = new LinkedHashMap<String, KeyRule.Named>();
        for (KeyWalk.Found record : store.lives(List.copyOf(again.keySet()))) {
            KeyRule.Named name = again.get(record.key());
            if (name == null) {
                continue;
            }
            Duration more = ahead.getOrDefault(name.shard(), Duration.ZERO);
            if (!name.allows(record.lifeMillis(), more)) {
                late.put(record.key(), name);
            } else if (name.isOfOpenScope()) {
                inTime.put(record.key(), name);
            }
        }
        return new Again(late, inTime);
    }

    /**
     * What a second look found, by keys.
     *
     * @param late what has no end, or one too late
     * @param inTime the others, which must have a scope that is open
     */
    record Again(Map<String, KeyRule.Named> late, Map<String, KeyRule.Named> inTime) {}

    /** Those of the records whose scope has no content key. */
    Map<String, KeyRule.Named> withoutKey(Map<String, KeyRule.Named> records) {
        List<ScopeId> scopes =
                records.values().stream().flatMap(it -> it.scope().stream()).distinct().toList();
        List<Boolean> keys =
                store.keyspace()
                        .existAll(
                                scopes.stream()
                                        .map(scope ->
                                                ScopeKeyNames.slot(
                                                        scope, Compartment.CONTENT.slot()))
                                        .toList());
        var open = new HashSet<Optional<ScopeId>>();
        for (int i = 0; i < scopes.size(); i++) {
            if (keys.get(i)) {
                open.add(Optional.of(scopes.get(i)));
            }
        }
        var without = new LinkedHashMap<>(records);
        without.values().removeIf(it -> open.contains(it.scope()));
        return without;
    }

    /** By how much the time of their shards was set forward, of those where it was. */
    private Map<Integer, Duration> setForwardBy(Collection<KeyRule.Named> names) {
        List<Integer> shards = names.stream().map(KeyRule.Named::shard).distinct().toList();
        List<Optional<byte[]>> values =
                store.keyspace()
                        .getAll(
                                shards.stream()
                                        .map(shard -> RedisStore.shardKey(shard, "forward"))
                                        .toList());
        var ahead = new HashMap<Integer, Duration>();
        for (int i = 0; i < shards.size(); i++) {
            Integer shard = shards.get(i);
            values.get(i)
                    .map(millis ->
                            Long.parseLong(new String(millis, StandardCharsets.US_ASCII), 10))
                    .ifPresent(millis -> ahead.put(shard, Duration.ofMillis(millis)));
        }
        return ahead;
    }
}
