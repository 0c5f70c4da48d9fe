package org.lethe.privacy.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/**
 * The suite's way to Redis: owns connections, time-outs and reconnect.
 *
 * <p>Blocks; meant for virtual threads. Every failure that may pass is a {@link
 * StoreUnavailableException}. Nothing can be written without a time to live.
 */
public final class RedisStore implements AutoCloseable {

    private final RedisSettings settings;
    private final Topology topology;
    private final Link link;
    private final Link confirming;
    private final Link keyLink;
    private final KeyRecords keyRecords;
    private final ScriptRunner scripts;
    private final RedisSignals signals;
    private final List<Runnable> reconnectListeners = new CopyOnWriteArrayList<>();

    private RedisStore(RedisSettings settings, Topology topology) {
        this.settings = settings;
        this.topology = topology;
        this.link = topology.connect(this::reconnected);
        this.confirming = topology.connect(() -> {});
        this.keyLink = topology.connect(() -> {});
        this.keyRecords = new KeyRecords(keyLink, settings);
        this.scripts = new ScriptRunner(link);
        this.signals = new RedisSignals(topology::connectPubSub, settings.timeout());
    }

    /** Connects, trying again while the settings' patience lasts. */
    public static RedisStore connect(RedisSettings settings) {
        return Patience.connect(settings, RedisStore::new);
    }

    /** A key of a shard that belongs to no scope, such as {@code {s07}:outbox}. */
    public static String shardKey(int shard, String name) {
        return Shard.tag(shard) + ":" + name;
    }

    public RedisSignals signals() {
        return signals;
    }

    /** For the vault alone. */
    public KeyRecords keyRecords() {
        return keyRecords;
    }

    /** How many replicas confirm a key's creation and destruction. */
    public int replicas() {
        return settings.replicas();
    }

    /** Called after each reconnect, on a virtual thread. */
    public void onReconnected(Runnable listener) {
        reconnectListeners.add(listener);
    }

    // ---- scripts

    public ScriptReply run(Script script, ScopeId scope, List<String> keys, List<byte[]> args) {
        return run(new ScriptCall(script, scope.shard(), keys, args));
    }

    public ScriptReply run(Script script, int shard, List<String> keys, List<byte[]> args) {
        return run(new ScriptCall(script, shard, keys, args));
    }

    public ScriptReply run(ScriptCall call) {
        return required(await(scripts.send(call)));
    }

    /** Runs scripts of any shards in one round trip; the replies are in the order of the calls. */
    public List<ScriptReply> runAll(List<ScriptCall> calls) {
        List<CompletionStage<ScriptReply>> replies = calls.stream().map(scripts::send).toList();
        return Replies.awaitAll(replies, settings.timeout()).stream()
                .map(RedisStore::required)
                .toList();
    }

    // ---- plain values

    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(await(commands().get(key)));
    }

    /** In one round trip, in the order of the keys. */
    public List<Optional<byte[]>> getAll(List<String> keys) {
        return batch(keys, commands()::get).stream().map(Optional::ofNullable).toList();
    }

    public void put(String key, byte[] value, Duration life) {
        await(commands().set(key, value, SetArgs.Builder.px(positive(life))));
    }

    /** How many of the keys there were. */
    public long remove(Collection<String> keys) {
        return batch(keys, key -> commands().unlink(key)).stream()
                .mapToLong(count -> count == null ? 0 : count)
                .sum();
    }

    /** How long a key has to live; empty if there is none. */
    public Optional<Duration> life(String key) {
        Long millis = await(commands().pttl(key));
        return millis == null || millis < 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(millis));
    }

    // ---- hashes, lists, sets, sorted sets, streams: read here, written by scripts

    public Map<String, byte[]> hash(String key) {
        return orEmpty(await(commands().hgetall(key)));
    }

    /** In one round trip, in the order of the keys. */
    public List<Map<String, byte[]>> hashes(List<String> keys) {
        return batch(keys, commands()::hgetall).stream().map(RedisStore::orEmpty).toList();
    }

    public int hashSize(String key) {
        Long size = await(commands().hlen(key));
        return size == null ? 0 : Math.toIntExact(size);
    }

    public Optional<byte[]> hashField(String key, String field) {
        return Optional.ofNullable(await(commands().hget(key, field)));
    }

    /** The items from {@code first} to {@code last}, both included; negative from the end. */
    public List<byte[]> list(String key, long first, long last) {
        return orEmpty(await(commands().lrange(key, first, last)));
    }

    public Set<byte[]> members(String key) {
        Set<byte[]> members = await(commands().smembers(key));
        return members == null ? Set.of() : members;
    }

    /** The members of sorted sets by rising score; in one round trip, in the order of the keys. */
    public List<List<byte[]>> sortedAll(List<String> keys) {
        return batch(keys, key -> commands().zrange(key, 0, -1)).stream()
                .map(RedisStore::orEmpty)
                .toList();
    }

    public List<byte[]> sorted(String key) {
        return sortedAll(List.of(key)).getFirst();
    }

    /** The first entries of streams; in one round trip, in the order of the keys. */
    public List<List<StreamEntry>> entriesAll(List<String> keys, int limit) {
        return batch(keys, key -> commands().xrange(key, Range.unbounded(), Limit.from(limit)))
                .stream()
                .map(RedisStore::orEmpty)
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

    public void publish(String channel, byte[] payload) {
        await(commands().publish(channel, payload));
    }

    /** To the node of the tag in the channel's name. */
    public void publishSharded(String channel, byte[] payload) {
        await(commands().spublish(channel, payload));
    }

    // ---- state of the store

    /**
     * Waits until the replicas have everything that was written on these shards before this call.
     *
     * @return false if fewer than are configured confirmed in time; true where none are configured
     */
    public boolean confirm(Collection<Integer> shards) {
        if (settings.replicas() == 0 || shards.isEmpty()) {
            return true;
        }
        return ReplicaFence.confirm(confirming, shards, settings);
    }

    /** As {@link #confirm}, for those who can only ask again: throws if too few confirmed. */
    public void requireConfirmed(Collection<Integer> shards) {
        if (!confirm(shards)) {
            throw new StoreUnavailableException(
                    new IllegalStateException("too few replicas confirmed"));
        }
    }

    /** Redis' own time, which deadlines are in. */
    public Instant time() {
        List<byte[]> parts = orEmpty(await(commands().time()));
        long seconds = number(parts.get(0));
        return Instant.ofEpochSecond(seconds, number(parts.get(1)) * 1000);
    }

    /** Whether Redis answers. */
    public boolean isReachable() {
        try {
            return await(commands().ping()) != null;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    /** Compares how Redis is set up with what the promise needs. */
    public StoreInspection inspect() {
        return StoreInspection.of(link, settings.timeout());
    }

    @Override
    public void close() {
        signals.close();
        keyLink.close();
        confirming.close();
        link.close();
        topology.close();
    }

    private void reconnected() {
        reconnectListeners.forEach(Runnable::run);
    }

    private RedisClusterAsyncCommands<String, byte[]> commands() {
        return link.commands();
    }

    private <T> @Nullable T await(CompletionStage<T> reply) {
        return Replies.await(reply, settings.timeout());
    }

    private <T> List<@Nullable T> batch(
            Collection<String> keys, Function<String, RedisFuture<T>> command) {
        List<RedisFuture<T>> replies = keys.stream().map(command).toList();
        return Replies.awaitAll(replies, settings.timeout());
    }

    private static Duration positive(Duration life) {
        if (life.toMillis() <= 0) {
            throw new IllegalArgumentException("a time to live must be positive");
        }
        return life;
    }

    private static long number(byte[] text) {
        return Long.parseLong(new String(text, StandardCharsets.UTF_8));
    }

    private static ScriptReply required(@Nullable ScriptReply reply) {
        if (reply == null) {
            throw new IllegalStateException("a script without a reply");
        }
        return reply;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Map<String, byte[]> orEmpty(@Nullable Map<String, byte[]> map) {
        return map == null ? Map.of() : map;
    }
}
