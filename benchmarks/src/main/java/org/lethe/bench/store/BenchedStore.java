package org.lethe.bench.store;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lethe.contracts.id.Shard;
import org.lethe.stack.layout.StackState;

/** What the store was asked to do and still holds; and a bare way through it, to compare with. */
public final class BenchedStore implements AutoCloseable {

    private static final Pattern OF_SCOPE =
            Pattern.compile("^\\{s\\d\\d}:[vcle]\\d\\d-[0-9a-z]{4}-[0-9a-z]{26}:");
    private static final int KEYS_A_LOOK = 1_000;

    private final Looks looks = new Looks();
    private final RedisURI address;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    public BenchedStore(StackState.Redis redis) {
        address = RedisURI.create(redis.uri());
        address.setCredentialsProvider(
                new StaticCredentialsProvider(
                        redis.admin().name(), redis.admin().password().toCharArray()));
        client = RedisClient.create(address);
        // A character a byte, so that the size of what comes is known.
        connection = client.connect(new StringCodec(StandardCharsets.ISO_8859_1));
    }

    /** What it has done until now for others; looks into it from here do not count. */
    public Counts counts() {
        return looks.outOf(Counts.parse(info("commandstats"), info("stats")));
    }

    public String version() {
        return Info.text(info("server"), "redis_version");
    }

    /** The memory that it has given out, in bytes. */
    public long usedMemory() {
        return Info.number(info("memory"), "used_memory");
    }

    private String info(String section) {
        String info = connection.sync().info(section);
        looks.call("info");
        looks.sent(section);
        looks.received(info);
        return info;
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
        looks.call("mget");
        keys.keySet().forEach(looks::sent);
        var readable = new HashSet<String>();
        for (var found : connection.sync().mget(keys.keySet().toArray(String[]::new))) {
            if (found.hasValue()) {
                looks.received(found.getValue());
                readable.add(Objects.requireNonNull(keys.get(found.getKey())));
            } else {
                looks.receivedNothing();
            }
        }
        return readable;
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

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
