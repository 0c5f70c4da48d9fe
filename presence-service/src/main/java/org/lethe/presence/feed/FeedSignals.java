package org.lethe.presence.feed;

import jakarta.enterprise.context.ApplicationScoped;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.signal.VisitChanged;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/**
 * Tells, across replicas, that something about a visit changed, as the scripts in {@code
 * redis/presence} publish it; ids only, and some may be missed.
 */
@ApplicationScoped
class FeedSignals {

    private static final String CHANNEL = "lethe:visits:";

    private final RedisStore redis;

    FeedSignals(RedisStore redis) {
        this.redis = redis;
    }

    /** Listens to an account's visits until closed. */
    Subscription listen(AccountId account, Listener listener) {
        return redis.signals().subscribe(CHANNEL + account.value(), new Told(listener));
    }

    /** What is told; called on a thread that may block. */
    interface Listener {
        void onChanged(VisitId visit);

        /** Signals may have been missed. */
        void onMissed();
    }

    private record Told(Listener listener) implements SignalListener {

        @Override
        public void onSignal(byte[] payload) {
            listener.onChanged(VisitChanged.parse(payload).visit());
        }

        @Override
        public void onReconnected() {
            listener.onMissed();
        }
    }
}
