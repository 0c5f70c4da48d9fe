package org.lethe.file.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.event.EventType;
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
        var args = new ArrayList<>(Script.args(chat, REMEMBERED.toMillis()));
        files.forEach((file, bytes) -> args.addAll(Script.args(file.value(), bytes)));
        store.run(counted, chat, List.of(), args);
    }

    @Override
    public Removed tell(ChatId chat, AccountId account) {
        ScriptReply reply =
                store.run(ScriptCall.on(told, chat, account, EventType.FILES_DESTROYED.type()));
        return new Removed(reply.at(0).count(), reply.at(1).number());
    }

    @Override
    public Removed of(ChatId chat) {
        Removed all = Removed.NOTHING;
        for (byte[] bytes : store.hash(key(chat)).values()) {
            long size = Long.parseLong(new String(bytes, StandardCharsets.US_ASCII));
            all = all.plus(new Removed(1, size));
        }
        return all;
    }

    private static String key(ChatId chat) {
        return RedisStore.shardKey(chat.shard(), "files-removed:" + chat.value());
    }
}
