package org.lethe.privacy.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys, by their names: read here, written by scripts. Methods for many need one round trip,
 * and answer in the order of the keys.
 */
public final class Keyspace {

    private final Link link;
    private final Duration timeout;

    Keyspace(Link link, Duration timeout) {
        this.link = link;
        this.timeout = timeout;
    }

    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(await(commands().get(key)));
    }

    public List<Optional<byte[]>> getAll(List<String> keys) {
        return batch(keys, commands()::get).stream().map(Optional::ofNullable).toList();
    }

    /** The first bytes of texts; empty where there is none. */
    public List<Optional<byte[]>> beginnings(List<String> keys, int length) {
        return batch(keys, key -> commands().getrange(key, 0, length - 1L)).stream()
                .map(Optional::ofNullable)
                .toList();
    }

    public void put(String key, byte[] value, Duration life) {
        if (life.toMillis() <= 0) {
            throw new IllegalArgumentException("a time to live must be positive");
        }
        await(commands().set(key, value, SetArgs.Builder.px(life)));
    }

    /** How long a key has to live; empty if there is none. */
    public Optional<Duration> life(String key) {
        return Optional.ofNullable(await(commands().pttl(key)))
                .filter(millis -> millis >= 0)
                .map(Duration::ofMillis);
    }

    /** Which of the keys are there. */
    public List<Boolean> existAll(List<String> keys) {
        return batch(keys, key -> commands().exists(key)).stream()
                .map(count -> count != null && count > 0)
                .toList();
    }

    public Map<String, byte[]> hash(String key) {
        return hashes(List.of(key)).getFirst();
    }

    public List<Map<String, byte[]>> hashes(List<String> keys) {
        return batch(keys, commands()::hgetall).stream()
                .map(hash -> hash == null ? Map.<String, byte[]>of() : hash)
                .toList();
    }

    public int hashSize(String key) {
        return Math.toIntExact(Optional.ofNullable(await(commands().hlen(key))).orElse(0L));
    }

    public Optional<byte[]> hashField(String key, String field) {
        return Optional.ofNullable(await(commands().hget(key, field)));
    }

    /** The items from {@code first} to {@code last}, both included; negative from the end. */
    public List<byte[]> list(String key, long first, long last) {
        return orEmpty(await(commands().lrange(key, first, last)));
    }

    /** Values, and the first items of a list. */
    public Beginning beginning(List<String> values, String list, int most) {
        List<RedisFuture<byte[]>> replies = values.stream().map(commands()::get).toList();
        RedisFuture<List<byte[]>> items = commands().lrange(list, 0, most - 1L);
        return new Beginning(
                Replies.awaitAll(replies, timeout).stream().map(Optional::ofNullable).toList(),
                orEmpty(await(items)));
    }

    public boolean isMember(String key, byte[] member) {
        return Boolean.TRUE.equals(await(commands().sismember(key, member)));
    }

    /** How many members a set has. */
    public int setSize(String key) {
        return Math.toIntExact(Optional.ofNullable(await(commands().scard(key))).orElse(0L));
    }

    /** The score of a member of a sorted set; empty if it is none. */
    public Optional<Double> score(String key, byte[] member) {
        return Optional.ofNullable(await(commands().zscore(key, member)));
    }

    /** The members of sorted sets by rising score. */
    public List<List<byte[]>> sortedAll(List<String> keys) {
        return batch(keys, key -> commands().zrange(key, 0, -1)).stream()
                .map(Keyspace::orEmpty)
                .toList();
    }

    /** The first entries of streams. */
    public List<List<StreamEntry>> entriesAll(List<String> keys, int limit) {
        return batch(keys, key -> commands().xrange(key, Range.unbounded(), Limit.from(limit)))
                .stream()
                .map(Keyspace::orEmpty)
                .map(messages ->
                        messages.stream()
                                .map(it -> new StreamEntry(it.getId(), it.getBody()))
                                .toList())
                .toList();
    }

    public void removeEntries(String key, List<String> ids) {
        if (!ids.isEmpty()) {
            await(commands().xdel(key, ids.toArray(String[]::new)));
        }
    }

    private RedisClusterAsyncCommands<String, byte[]> commands() {
        return link.commands();
    }

    private <T> @Nullable T await(CompletionStage<T> reply) {
        return Replies.await(reply, timeout);
    }

    private <T> List<@Nullable T> batch(
            Collection<String> keys, Function<String, RedisFuture<T>> command) {
        List<RedisFuture<T>> replies = keys.stream().map(command).toList();
        return Replies.awaitAll(replies, timeout);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** What there is of values, in their order, and of a list. */
    public record Beginning(List<Optional<byte[]>> values, List<byte[]> items) {}
}
