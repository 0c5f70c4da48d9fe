package org.lethe.file.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.file.blob.Removed;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/**
 * Counts in Redis: {@code {s17}:files-removed:<chat>} has the sealed size of each file, {@code
 * {s17}:files-untold:<chat>} of those that are not told; the event is in the shard's outbox.
 */
@ApplicationScoped
class RedisRemovalRecord implements RemovalRecord {

    /** An erasure is answered within seconds of the chat's end, or by a sweep after a restart. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final RedisStore store;
    private final Script counted = Script.load("files-counted.lua");
    private final Script removed = Script.load("files-removed.lua");
    private final Script told = Script.load("files-told.lua");

    @Inject
    RedisRemovalRecord(RedisStore store) {
        this.store = store;
    }

    @Override
    public void count(ChatId chat, Map<FileId, Long> files) {
        if (files.isEmpty()) {
            return;
        }
        var sizes = new ArrayList<Object>();
        files.forEach((file, bytes) -> sizes.addAll(List.of(file.value(), bytes)));
        store.run(ScriptCall.on(counted, chat, REMEMBERED.toMillis(), sizes));
    }

    @Override
    public Removed tell(ChatId chat, AccountId account) {
        ScriptReply reply = store.run(ScriptCall.on(told, chat, account));
        return new Removed(reply.at(0).count(), reply.at(1).number());
    }

    @Override
    public Removed of(ChatId chat) {
        Removed all = Removed.NOTHING;
        for (ScriptReply size : store.run(ScriptCall.on(removed, chat)).list()) {
            all = all.plus(new Removed(1, size.number()));
        }
        return all;
    }
}
