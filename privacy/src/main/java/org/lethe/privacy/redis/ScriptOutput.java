package org.lethe.privacy.redis;

import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.output.NestedMultiOutput;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.redis.script.ScriptReply;

/** Takes whatever a script returns; the driver's own output makes a list of a single value. */
final class ScriptOutput extends NestedMultiOutput<String, byte[]> {

    private boolean started;
    private boolean isList;

    ScriptOutput(RedisCodec<String, byte[]> codec) {
        super(codec);
    }

    ScriptReply reply(@Nullable List<Object> values) {
        if (isList) {
            return new ScriptReply(values);
        }
        return new ScriptReply(values == null || values.isEmpty() ? null : values.getFirst());
    }

    @Override
    public void multi(int count) {
        isList |= !started;
        started = true;
        super.multi(count);
    }

    @Override
    public void set(@Nullable ByteBuffer bytes) {
        started = true;
        super.set(bytes);
    }

    @Override
    public void set(long integer) {
        started = true;
        super.set(integer);
    }
}
