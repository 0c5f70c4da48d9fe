package org.lethe.bench.cost;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lethe.stack.layout.StackState;

/** What Redis was asked to do, as Redis counts it. Commands inside a script count too. */
public final class StoreStatistics implements AutoCloseable {

    private static final Pattern COMMAND =
            Pattern.compile("cmdstat_([^:]+):calls=(\\d+),usec=(\\d+)");

    private final RedisURI address;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    public StoreStatistics(StackState.Redis redis) {
        address = RedisURI.create(redis.uri());
        address.setCredentialsProvider(
                new StaticCredentialsProvider(
                        redis.admin().name(), redis.admin().password().toCharArray()));
        client = RedisClient.create(address);
        connection = client.connect();
    }

    /** Calls since the store's start, by command. */
    Map<String, Long> calls() {
        return parse(connection.sync().info("commandstats"));
    }

    /** For peers and looks that need the same store. */
    public StatefulRedisConnection<String, String> connection() {
        return connection;
    }

    /** Another connection, which only listens. */
    public StatefulRedisPubSubConnection<String, String> listen() {
        return client.connectPubSub(address);
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
