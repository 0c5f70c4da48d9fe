package org.lethe.mail.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;

/** The hashes {@code {s17}:lost} that the prelude's {@code destroy} writes. */
@ApplicationScoped
class RedisLostLetterList implements LostLetterList {

    private final RedisStore store;
    private final Script told = Script.load("lost-told.lua");

    @Inject
    RedisLostLetterList(RedisStore store) {
        this.store = store;
    }

    @Override
    public Map<LetterId, AccountId> all() {
        var keys =
                IntStream.range(0, Shard.COUNT)
                        .mapToObj(shard -> RedisStore.shardKey(shard, "lost"))
                        .toList();
        var lost = new HashMap<LetterId, AccountId>();
        for (Map<String, byte[]> shard : store.hashes(keys)) {
            shard.forEach((letter, account) ->
                    lost.put(LetterId.of(letter), AccountId.of(new String(account, UTF_8))));
        }
        return lost;
    }

    @Override
    public void remove(LetterId lost) {
        store.run(ScriptCall.on(told, lost));
    }
}
