package org.lethe.gdpr.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.runtime.problem.Refusal;

/**
 * What the destruction of chats left in the store, whoever destroyed them. It is noted in the step
 * that destroys, so it is there as soon as that is so, and for a day.
 */
@ApplicationScoped
class DestroyedChats {

    private static final Log LOG = Log.of(DestroyedChats.class);
    private static final Script FIND = Script.load("gdpr/chat-destroyed.lua");

    private final RedisStore store;

    DestroyedChats(RedisStore store) {
        this.store = store;
    }

    /**
     * Looks a chat up by the number of its receipt, and reads back that nothing is there of it.
     * Empty if nothing is known; refuses as unavailable while something is there all the same.
     */
    Optional<Destroyed> find(ChatReceiptId id) {
        ScriptReply found = store.run(ScriptCall.of(FIND, id.shard(), id.value()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.at(1).count() > 0) {
            LOG.error(
                    "a chat that was destroyed is in the store",
                    LogKey.COUNT.of(found.at(1).number()));
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        Farewell farewell = Farewell.parse(found.at(0).bytes());
        Instant now = Instant.ofEpochMilli(found.at(2).number());
        return Optional.of(
                new Destroyed(
                        new ChatReceipt(id, farewell, now), now.plusMillis(found.at(3).number())));
    }

    /**
     * A chat that is gone.
     *
     * @param until until then it is known here
     */
    record Destroyed(ChatReceipt receipt, Instant until) {}
}
