package org.lethe.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ScopeBatch;
import org.lethe.privacy.redis.ShardPages;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptReply;

/** A sorted set for each shard: its chats by when their visitors count as gone. */
@ApplicationScoped
class RedisSightings implements Sightings {
    private static final Script SIGHTED = Script.load("chat/sighted.lua");
    private static final Script UNSEEN = Script.load("chat/unseen.lua");

    /** Keeps a script to about a millisecond when very many left at once: 40 µs each at most. */
    private static final int CHATS_A_CALL = 25;

    private static final String NOW = "";
    private static final String THERE = "there";
    private static final String LEFT = "left";
    private static final String UNKNOWN = "";

    private final RedisStore redis;
    private final SightingTimes times;

    @Inject
    RedisSightings(RedisStore redis, SightingTimes times) {
        this.redis = redis;
        this.times = times;
    }

    @Override
    public void note(Map<ChatId, Heard> heard) {
        var batch = new ScopeBatch(SIGHTED);
        heard.forEach((chat, it) ->
                batch.add(
                        chat,
                        NOW,
                        times.lifetime().minus(it.ago()).toMillis(),
                        it.isThere() ? THERE : LEFT));
        batch.run(redis);
    }

    @Override
    public List<Unseen> unseen() {
        var unseen = new ArrayList<Unseen>();
        var silent =
                new ShardPages(
                        UNSEEN,
                        CHATS_A_CALL,
                        times.gap().toMillis(),
                        times.patience().toMillis(),
                        times.lifetime().toMillis());
        for (ScriptReply page : silent.read(redis)) {
            Instant at = Instant.ofEpochMilli(page.at(2).number());
            List<ScriptReply> pairs = page.at(3).list();
            for (int i = 0; i < pairs.size(); i += 2) {
                var chat = ChatId.of(pairs.get(i).text());
                unseen.add(new Unseen(chat, VisitId.of(pairs.get(i + 1).text()), at));
            }
        }
        return unseen;
    }

    @Override
    public void putOff(Map<Unseen, Duration> lives) {
        var batch = new ScopeBatch(SIGHTED);
        lives.forEach((each, life) ->
                batch.add(each.chat(), each.at().toEpochMilli(), life.toMillis(), UNKNOWN));
        batch.run(redis);
    }
}
