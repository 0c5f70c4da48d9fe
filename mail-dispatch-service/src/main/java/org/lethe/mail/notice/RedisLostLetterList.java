package org.lethe.mail.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/** The hashes {@code {s17}:lost} that the prelude's {@code destroy} writes. */
@ApplicationScoped
class RedisLostLetterList implements LostLetterList {

    private final RedisStore store;
    private final Script lost = Script.load("lost-letters.lua");
    private final Script told = Script.load("lost-told.lua");

    @Inject
    RedisLostLetterList(RedisStore store) {
        this.store = store;
    }

    @Override
    public Map<LetterId, AccountId> all() {
        var all = new HashMap<LetterId, AccountId>();
        for (ScriptReply shard : store.runAll(ScriptCall.onAll(lost))) {
            for (ScriptReply letter : shard.list()) {
                all.put(LetterId.of(letter.at(0).text()), AccountId.of(letter.at(1).text()));
            }
        }
        return all;
    }

    @Override
    public void remove(LetterId lost) {
        store.run(ScriptCall.on(told, lost));
    }
}
