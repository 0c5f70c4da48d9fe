package org.lethe.file.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.FileEvent.FilesDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.file.blob.Removed;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.Script;
import org.lethe.privacy.redis.ScriptCall;

/** Counts in Redis: {@code {s17}:files-removed:<chat>}, and the event in the shard's outbox. */
@ApplicationScoped
class RedisRemovalRecord implements RemovalRecord {

    /** An erasure is answered within seconds of the chat's end, or by a sweep after a restart. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final RedisStore store;
    private final Script removed = Script.load("files-removed.lua");

    @Inject
    RedisRemovalRecord(RedisStore store) {
        this.store = store;
    }

    @Override
    public void tell(ChatId chat, AccountId account, Removed count) {
        var event = new FilesDestroyed(chat, account, count.files(), count.bytes());
        store.run(
                ScriptCall.on(
                        removed,
                        chat,
                        count.files(),
                        count.bytes(),
                        REMEMBERED.toMillis(),
                        event.eventType().type(),
                        EventCodec.data(event)));
    }

    @Override
    public Removed of(ChatId chat) {
        Map<String, byte[]> counts =
                store.hash(RedisStore.shardKey(chat.shard(), "files-removed:" + chat.value()));
        return new Removed((int) number(counts, "files"), number(counts, "bytes"));
    }

    private static long number(Map<String, byte[]> counts, String field) {
        byte[] value = counts.get(field);
        return value == null ? 0 : Long.parseLong(new String(value, StandardCharsets.US_ASCII));
    }
}
