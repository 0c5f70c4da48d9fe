package org.lethe.acceptance.forensics;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.Shard;
import org.lethe.stack.layout.StackState;

/** Every key and value of Redis, read by its type with the administrator's rights. */
final class RedisKeys implements Place, AutoCloseable {
    private static final String OVERDUE = Shard.tag(0) + ":overdue";

    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;

    RedisKeys(StackState.Redis redis) {
        RedisURI address = RedisURI.create(redis.uri());
        address.setCredentialsProvider(
                new StaticCredentialsProvider(
                        redis.admin().name(), redis.admin().password().toCharArray()));
        client = RedisClient.create(address);
        connection = client.connect(ByteArrayCodec.INSTANCE);
    }

    @Override
    public String name() {
        return "Redis keys";
    }

    @Override
    public void read(Reader reader) throws IOException {
        for (var entry : dump().entrySet()) {
            reader.name(entry.getKey());
            for (byte[] value : entry.getValue()) {
                reader.part(entry.getKey(), new ByteArrayInputStream(value));
            }
        }
    }

    /** What the suite's own watchdog found of late. */
    Finding overdue() {
        byte[] count = connection.sync().get(OVERDUE.getBytes(StandardCharsets.US_ASCII));
        return count == null
                ? new Finding.Clean(name())
                : new Finding.Found(
                        name(),
                        List.of(
                                new Finding.Hit(
                                        OVERDUE,
                                        new String(count, StandardCharsets.US_ASCII)
                                                + " records")));
    }

    /** All values by key name; a hash, list, set or stream as its elements. */
    SortedMap<String, List<byte[]>> dump() {
        SortedMap<String, List<byte[]>> all = new TreeMap<>();
        for (byte[] key : keys()) {
            all.put(new String(key, StandardCharsets.UTF_8), values(connection.sync(), key));
        }
        return all;
    }

    /** Every scope that a key has in its name. */
    Set<String> scopes() {
        return keys().stream()
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .flatMap(key -> Recording.SCOPE.matcher(key).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** Some more than once, if keys come and go meanwhile. */
    private List<byte[]> keys() {
        List<byte[]> keys = new ArrayList<>();
        ScanCursor cursor = ScanCursor.INITIAL;
        do {
            KeyScanCursor<byte[]> page =
                    connection.sync().scan(cursor, ScanArgs.Builder.limit(1000));
            keys.addAll(page.getKeys());
            cursor = page;
        } while (!cursor.isFinished());
        return keys;
    }

    /** When a scope is to end, in Redis' time; empty if it has no deadline any more. */
    Optional<Instant> deadline(ScopeId scope) {
        Double millis =
                connection
                        .sync()
                        .zscore(
                                deadlines(scope).getBytes(StandardCharsets.UTF_8),
                                scope.value().getBytes(StandardCharsets.UTF_8));
        return Optional.ofNullable(millis).map(at -> Instant.ofEpochMilli(at.longValue()));
    }

    /** Where the deadline of a scope stands. */
    static String deadlines(ScopeId scope) {
        return Shard.tag(scope.shard()) + ":deadlines";
    }

    /**
     * Keys of scopes, and sets that find some, that would stay for ever, if nobody removed them.
     */
    List<String> withoutDeadline() {
        RedisCommands<byte[], byte[]> redis = connection.sync();
        return dump().keySet().stream()
                .filter(key -> Recording.SCOPE.matcher(key).find() || Remains.isOfIndex(key))
                .filter(key -> redis.pttl(key.getBytes(StandardCharsets.UTF_8)) == -1)
                .toList();
    }

    /** Stores a value for a minute at most. */
    void plant(String key, byte[] value) {
        connection.sync().psetex(key.getBytes(StandardCharsets.UTF_8), 60_000, value);
    }

    void remove(String key) {
        connection.sync().del(key.getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> values(RedisCommands<byte[], byte[]> redis, byte[] key) {
        List<byte[]> values = new ArrayList<>();
        switch (redis.type(key)) {
            case "string" -> {
                byte[] value = redis.get(key);
                if (value != null) {
                    values.add(value);
                }
            }
            case "hash" ->
                    redis.hgetall(key)
                            .forEach((field, value) -> {
                                values.add(field);
                                values.add(value);
                            });
            case "list" -> values.addAll(redis.lrange(key, 0, -1));
            case "set" -> values.addAll(redis.smembers(key));
            case "zset" -> values.addAll(redis.zrange(key, 0, -1));
            case "stream" -> {
                for (StreamMessage<byte[], byte[]> message : redis.xrange(key, Range.unbounded())) {
                    values.addAll(message.getBody().values());
                }
            }
            default -> {
                // the key went away between the scan and the look at it
            }
        }
        return values;
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
