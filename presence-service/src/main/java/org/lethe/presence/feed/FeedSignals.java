package org.lethe.presence.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/** Signals as the scripts in {@code redis/presence} publish them. */
@ApplicationScoped
class RedisFeedSignals implements FeedSignals {

    private static final String CHANNEL = "lethe:visits:";

    private final RedisStore redis;

    RedisFeedSignals(RedisStore redis) {
        this.redis = redis;
    }

    @Override
    public Listening listen(AccountId account, Listener listener) {
        Subscription subscription =
                redis.signals().subscribe(CHANNEL + account.value(), new Told(listener));
        return subscription::close;
    }

    private record Told(Listener listener) implements SignalListener {

        @Override
        public void onSignal(byte[] payload) {
            listener.onChanged(new VisitId(new String(payload, StandardCharsets.UTF_8)));
        }

        @Override
        public void onReconnected() {
            listener.onMissed();
        }
    }
}
