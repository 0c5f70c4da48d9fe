package org.lethe.chat.offline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.vault.Vault;

/** One script puts down all letters of a message, and a mark that it was posted. */
@ApplicationScoped
class RedisOfflinePost implements OfflinePost {
    private static final Script DRAFT = Script.load("letter/draft.lua");
    private static final Script POST = Script.load("letter/post.lua");
    private static final Script ABANDONED = Script.load("letter/abandoned.lua");
    private static final int MOST_AT_ONCE = 100;

    private final RedisStore redis;
    private final Vault vault;
    private final OfflineSettings settings;

    @Inject
    RedisOfflinePost(RedisStore redis, Vault vault, OfflineSettings settings) {
        this.redis = redis;
        this.vault = vault;
        this.settings = settings;
    }

    @Override
    public boolean begin(Draft draft) {
        long patience = settings.patience().toMillis();
        var call = ScriptCall.of(DRAFT, shard(draft), mark(draft), idOf(draft), patience);
        return redis.run(call).text().equals("noted");
    }

    @Override
    public Posted post(Draft draft, List<SealedLetter> sealed) {
        var call =
                ScriptCall.of(
                        POST,
                        shard(draft),
                        mark(draft),
                        settings.repetition().toMillis(),
                        draft.account(),
                        idOf(draft),
                        SealedLetter.args(sealed));
        String reply = redis.run(call).text();
        redis.requireConfirmed(List.of(call.shard()));
        return switch (reply) {
            case "posted" -> Posted.POSTED;
            case "repeated" -> Posted.REPEATED;
            default -> Posted.UNOPENED;
        };
    }

    @Override
    public List<ChatId> abandoned() {
        return redis.runAll(ScriptBatch.onAll(ABANDONED, MOST_AT_ONCE)).stream()
                .flatMap(reply -> reply.list().stream())
                .map(id -> ChatId.of(id.text()))
                .toList();
    }

    @Override
    public ChatId idOf(Draft draft) {
        return derived(draft, Integer.toString(draft.attempt()));
    }

    private String mark(Draft draft) {
        return derived(draft, "mark").unique();
    }

    private ChatId derived(Draft draft, String use) {
        int shard = shard(draft);
        String seed = seed(draft) + ":" + use;
        return ChatId.of(ScopeId.derive(ScopeKind.CHAT, shard, vault.epoch(shard), seed).value());
    }

    /** The same for all attempts, so that one script sees both letters and mark. */
    private static int shard(Draft draft) {
        return Shard.of(seed(draft));
    }

    private static String seed(Draft draft) {
        return "offline:" + draft.account() + ":" + draft.message();
    }
}
