package org.lethe.mail.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/** Notes in the hashes {@code {s17}:lost-chats}. */
@ApplicationScoped
class RedisLostChatNotes implements LostChatNotes {

    private static final Script NOTE = Script.load("lost-chats/note.lua");
    private static final Script ALL = Script.load("lost-chats/all.lua");
    private static final Script TOLD = Script.load("lost-chats/told.lua");

    private final RedisStore store;

    @Inject
    RedisLostChatNotes(RedisStore store) {
        this.store = store;
    }

    @Override
    public void note(ChatId chat, AccountId account) {
        store.run(ScriptCall.on(NOTE, chat, account));
    }

    @Override
    public List<LostChat> all() {
        return store.runAll(ScriptBatch.onAll(ALL)).stream()
                .flatMap(shard -> shard.list().stream())
                .map(RedisLostChatNotes::lost)
                .toList();
    }

    @Override
    public void forget(Collection<ChatId> chats) {
        store.runAll(
                chats.stream().collect(Collectors.groupingBy(ChatId::shard)).entrySet().stream()
                        .map(shard -> ScriptCall.of(TOLD, shard.getKey(), shard.getValue()))
                        .toList());
    }

    private static LostChat lost(ScriptReply note) {
        return new LostChat(
                ChatId.of(note.at(0).text()),
                AccountId.of(note.at(1).text()),
                Duration.ofMillis(note.at(2).number()));
    }
}
