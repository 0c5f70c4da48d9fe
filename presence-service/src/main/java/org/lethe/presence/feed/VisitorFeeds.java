package org.lethe.presence.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.Subscription;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.rhythm.Later;
import org.lethe.runtime.rhythm.Rhythm;

/** The feeds of those accounts that somebody watches on this replica. */
@ApplicationScoped
class VisitorFeeds {

    /** Where the scripts in {@code redis/presence} tell which of an account's visits changed. */
    private static final String CHANNEL = "lethe:visits:";

    private final Map<AccountId, Feed> feeds = new ConcurrentHashMap<>();
    private final VisitorList list;
    private final RedisStore redis;
    private final FeedSettings config;
    private final Vault vault;
    private final Clock clock;
    private @Nullable Rhythm repair;

    VisitorFeeds(
            VisitorList list, RedisStore redis, FeedSettings config, Vault vault, Clock clock) {
        this.clock = clock;
        this.list = list;
        this.redis = redis;
        this.config = config;
        this.vault = vault;
    }

    void onStart(@Observes StartupEvent start) {
        vault.onDestroyed(scope -> {
            if (scope instanceof VisitId visit) {
                feeds.values().forEach(each -> each.feed.onDestroyed(visit));
            }
        });
        repair =
                Rhythm.start(
                        "visitors-repair",
                        config.repairEvery(),
                        () -> feeds.values().forEach(each -> each.feed.repair()));
    }

    void onStop(@Observes ShutdownEvent stop) {
        if (repair != null) {
            repair.close();
        }
    }

    /** Sends the account's list and its changes to the watcher, until it leaves. */
    void join(AccountId account, Watcher watcher) {
        Feed feed =
                feeds.compute(
                        account,
                        (id, open) -> {
                            Feed shared = open == null ? open(id) : open;
                            shared.feed.expect(watcher);
                            return shared;
                        });
        feed.feed.join(watcher.id());
    }

    void leave(AccountId account, String watcher) {
        feeds.computeIfPresent(
                account,
                (id, open) -> {
                    open.feed.leave(watcher);
                    if (open.feed.isWatched()) {
                        return open;
                    }
                    open.listening.close();
                    return null;
                });
    }

    private Feed open(AccountId account) {
        VisitorFeed feed =
                new VisitorFeed(
                        account,
                        list,
                        clock,
                        work -> Later.run(config.window(), work),
                        Thread::startVirtualThread);
        return new Feed(feed, redis.signals().subscribe(CHANNEL + account.value(), feed));
    }

    private record Feed(VisitorFeed feed, Subscription listening) {}
}
