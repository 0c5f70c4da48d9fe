package org.lethe.bench.store;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lethe.contracts.id.Shard;
import org.lethe.stack.layout.StackState;

/** What the store was asked to do and still holds; and a bare way through it, to compare with. */
public final class BenchedStore implements AutoCloseable {

    private static final Pattern COMMAND = Pattern.compile("cmdstat_([^:]+):calls=(\\d+),");
    private static final Pattern USED = Pattern.compile("^used_memory:(\\d+)", Pattern.MULTILINE);
    private static final Pattern OF_SCOPE =
            Pattern.compile("^\\{s\\d\\d}:[vcle]\\d\\d-[0-9a-z]{4}-[0-9a-z]{26}:");
    private static final int KEYS_A_LOOK = 1_000;

    private final AtomicLong looks = new AtomicLong();
    private final RedisURI address;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    public BenchedStore(StackState.Redis redis) {
        address = RedisURI.create(redis.uri());
        address.setCredentialsProvider(
                new StaticCredentialsProvider(
                        redis.admin().name(), redis.admin().password().toCharArray()));
        client = RedisClient.create(address);
        connection = client.connect();
    }

    /**
     * Calls since the store's start, by command; those that scripts make inside count too, and
     * looks into it from here do not.
     */
    public Map<String, Long> calls() {
        Map<String, Long> calls = parse(connection.sync().info("commandstats"));
        calls.computeIfPresent("mget", (_, count) -> count - looks.get());
        return calls;
    }

    /** The memory that it has given out, in bytes. */
    public long usedMemory() {
        return usedMemory(connection.sync().info("memory"));
    }

    /**
     * How many keys hold something of a scope. Tombstones, which make that a letter is not sent and
     * an erasure not done twice, hold nothing.
     */
    public long keysOfScopes() {
        long count = 0;
        ScanCursor cursor = ScanCursor.INITIAL;
        do {
            KeyScanCursor<String> page =
                    connection.sync().scan(cursor, ScanArgs.Builder.limit(KEYS_A_LOOK));
            count += page.getKeys().stream().filter(BenchedStore::isOfScope).count();
            cursor = page;
        } while (!cursor.isFinished());
        return count;
    }

    /** How many scopes of whatever kind have not reached their deadlines. */
    public long open() {
        return IntStream.range(0, Shard.COUNT)
                .mapToObj(shard -> connection.async().zcard(Shard.tag(shard) + ":deadlines"))
                .toList()
                .stream()
                .mapToLong(count -> count.toCompletableFuture().join())
                .sum();
    }

    /** Those of the scopes whose content can still be read: of which the key is there. */
    public Set<String> readable(List<String> scopes) {
        Map<String, String> keys =
                scopes.stream().collect(Collectors.toMap(BenchedStore::contentKey, scope -> scope));
        looks.incrementAndGet();
        return connection.sync().mget(keys.keySet().toArray(String[]::new)).stream()
                .filter(KeyValue::hasValue)
                .map(found -> keys.get(found.getKey()))
                .collect(Collectors.toSet());
    }

    /** Sends to whoever listens, and waits for nothing. */
    public void publish(String channel, String text) {
        var _ = connection.async().publish(channel, text);
    }

    /** Listens on a connection of its own until that is closed. */
    public Listening listen(String channel, Consumer<String> listener) {
        StatefulRedisPubSubConnection<String, String> listening = client.connectPubSub(address);
        listening.addListener(
                new RedisPubSubAdapter<>() {
                    @Override
                    public void message(String from, String text) {
                        listener.accept(text);
                    }
                });
        listening.sync().subscribe(channel);
        return listening::close;
    }

    /** Ends when it is closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Where the key of a scope's content lies: its shard stands in its id. */
    static String contentKey(String scope) {
        return "{s" + scope.substring(1, 3) + "}:" + scope + ":kc";
    }

    /** Whether the key is named after a scope, and no tombstone. */
    static boolean isOfScope(String key) {
        return OF_SCOPE.matcher(key).find() && !key.endsWith(":gone");
    }

    static long usedMemory(String info) {
        Matcher used = USED.matcher(info);
        if (!used.find()) {
            throw new IllegalStateException("the store does not say what it uses");
        }
        return Long.parseLong(used.group(1));
    }

    static Map<String, Long> parse(String info) {
        var calls = new TreeMap<String, Long>();
        COMMAND.matcher(info)
                .results()
                .forEach(found -> calls.put(found.group(1), Long.parseLong(found.group(2))));
        return calls;
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
