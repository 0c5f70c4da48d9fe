package org.lethe.runtime.limit;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.redis.StoreUnavailableException;

/** A store in memory, by a monotonic clock. */
final class FakeLimitStore implements LimitStore {

    private final Map<String, Value> values = new HashMap<>();
    private final LongSupplier nanos;
    private boolean away;

    FakeLimitStore() {
        this(System::nanoTime);
    }

    FakeLimitStore(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void setAway(boolean away) {
        this.away = away;
    }

    /** The names and values of everything that lies here. */
    synchronized Map<String, byte[]> all() {
        var all = new HashMap<String, byte[]>();
        values.forEach((name, value) -> all.put(name, value.bytes()));
        return all;
    }

    @Override
    public synchronized Optional<byte[]> read(String name) {
        return Optional.ofNullable(present(name)).map(Value::bytes);
    }

    @Override
    public synchronized boolean replace(
            String name, byte @Nullable [] expected, byte[] value, Duration life) {
        Value present = present(name);
        if (!Arrays.equals(expected, present == null ? null : present.bytes())) {
            return false;
        }
        put(name, value, life);
        return true;
    }

    @Override
    public synchronized byte[] share(String name, byte[] value, Duration life) {
        Value present = present(name);
        if (present == null) {
            put(name, value, life);
            return value;
        }
        return present.bytes();
    }

    private void put(String name, byte[] value, Duration life) {
        values.put(name, new Value(value, nanos.getAsLong() + life.toNanos()));
    }

    private @Nullable Value present(String name) {
        if (away) {
            throw new StoreUnavailableException(new IllegalStateException("away"));
        }
        values.values().removeIf(value -> value.until() - nanos.getAsLong() <= 0);
        return values.get(name);
    }

    private record Value(byte[] bytes, long until) {}
}
