package org.lethe.stack.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.lethe.stack.StackState;
import org.lethe.stack.redis.RedisDialogue;

/** Empties Redis, so that nothing of an earlier test is swept, relayed or reaped in the next. */
final class RedisReset {

    private RedisReset() {}

    static void run(StackState.Redis redis) {
        try {
            List<String> answers =
                    RedisDialogue.ask(
                            redis.uri(),
                            redis.admin().name(),
                            redis.admin().password(),
                            "FLUSHALL SYNC");
            if (!answers.equals(List.of("+OK"))) {
                throw new IllegalStateException("Redis can't be emptied");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
