package org.lethe.privacy.reaper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.node.ClockFloor;
import org.lethe.privacy.redis.node.ClockReading;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/**
 * Keeps the time that deadlines are in from going back, whatever the clock of a Redis does or
 * whichever node takes over: by the monotonic clock of this process.
 */
final class ShardTimes {

    private static final Log LOG = Log.of(ShardTimes.class);
    private static final Script TIME = Script.load("vault/time.lua");
    private static final Script SET_FORWARD = Script.load("vault/set-forward.lua");

    private final RedisStore store;
    private final LongSupplier nanos;
    private final @Nullable ClockFloor[] floors = new ClockFloor[Shard.COUNT];

    /** Tests bring a monotonic clock of their own. */
    ShardTimes(RedisStore store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    /**
     * Sets forward the time of shards where it went back.
     *
     * @return for how long the oldest deadline of all has passed, by the time as it was found
     */
    synchronized Duration look() {
        long sent = nanos.getAsLong();
        List<ScriptReply> replies = store.runAll(ScriptBatch.onAll(TIME).inOneCall());
        long received = nanos.getAsLong();
        long overdue = 0;
        var behind = new ArrayList<ScriptCall>();
        for (int shard = 0; shard < replies.size(); shard++) {
            overdue = Math.max(overdue, replies.get(shard).at(0).number());
            var reading = new ClockReading(replies.get(shard).at(1).number(), sent, received);
            ClockFloor floor = floors[shard];
            if (floor == null) {
                floors[shard] = ClockFloor.of(reading);
            } else if (floor.isUndercutBy(reading)) {
                behind.add(ScriptCall.of(SET_FORWARD, shard, floor.at(received)));
            } else {
                floors[shard] = floor.raisedBy(reading);
            }
        }
        setForward(behind);
        return Duration.ofMillis(overdue);
    }

    private void setForward(List<ScriptCall> behind) {
        if (behind.isEmpty()) {
            return;
        }
        long lag = store.runAll(behind).stream().mapToLong(ScriptReply::number).max().orElse(0);
        LOG.warn(
                "The time of shards went back and was set forward",
                LogKey.SHARDS.of(behind.size()),
                LogKey.LATENESS.of(Duration.ofMillis(lag)));
    }
}
