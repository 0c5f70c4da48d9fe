package org.lethe.chat.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.Shard;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/**
 * A sharded channel for each chat, beside its keys, and one for each account; the scripts that
 * change a chat publish on both.
 */
@ApplicationScoped
class RedisChatChannels implements ChatChannels {
    private final RedisStore redis;

    @Inject
    RedisChatChannels(RedisStore redis) {
        this.redis = redis;
    }

    @Override
    public Subscription subscribe(ChatId chat, SignalListener listener) {
        return redis.signals().subscribeSharded(channel(chat), listener);
    }

    @Override
    public Subscription subscribe(AccountId account, SignalListener listener) {
        return redis.signals().subscribe("lethe:desk:" + account.value(), listener);
    }

    @Override
    public void typing(ChatId chat, Author author, boolean on) {
        redis.publishSharded(channel(chat), new ChatSignal.Typing(author, on).bytes());
    }

    private static String channel(ChatId chat) {
        return Shard.tag(chat.shard()) + ":chat:" + chat.value();
    }
}
