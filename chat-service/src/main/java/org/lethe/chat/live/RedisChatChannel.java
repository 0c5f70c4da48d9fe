package org.lethe.chat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.Shard;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.SignalListener;

/** A sharded channel for each chat, beside its keys. */
@ApplicationScoped
class RedisChatChannel implements ChatChannel {
    private final RedisStore store;

    @Inject
    RedisChatChannel(RedisStore store) {
        this.store = store;
    }

    @Override
    public Subscription subscribe(ChatId chat, Receiver receiver) {
        return store.signals().subscribeSharded(channel(chat), new Listener(receiver))::close;
    }

    @Override
    public void typing(ChatId chat, Author author, boolean on) {
        store.publishSharded(channel(chat), new ChatSignal.Typing(author, on).bytes());
    }

    private static String channel(ChatId chat) {
        return Shard.tag(chat.shard()) + ":chat:" + chat.value();
    }

    private record Listener(Receiver receiver) implements SignalListener {
        @Override
        public void onSignal(byte[] payload) {
            ChatSignal.parse(payload).ifPresent(receiver::onSignal);
        }

        @Override
        public void onReconnected() {
            receiver.onGap();
        }
    }
}
