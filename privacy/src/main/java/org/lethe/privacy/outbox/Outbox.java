package org.lethe.privacy.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.EventCodec;
import org.lethe.privacy.redis.RedisStore;

/** How events are handed to a script, which leaves them in the outbox with what it changes. */
public final class Outbox {

    /** Where a shard is told whose outbox has something new. */
    static final String CHANNEL = "lethe:outbox";

    private Outbox() {}

    /** The stream that holds a shard's events until the bus has them. */
    public static String key(int shard) {
        return RedisStore.shardKey(shard, "outbox");
    }

    /** For {@code emit_args} of the prelude: their count, then type, subject and data of each. */
    public static List<Object> args(Collection<? extends Event> events) {
        var args = new ArrayList<Object>(List.of(events.size()));
        for (Event event : events) {
            args.addAll(List.of(event.eventType().type(), event.subject(), EventCodec.data(event)));
        }
        return args;
    }
}
