package org.lethe.presence.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.VisitTimes;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ScopeBatch;
import org.lethe.privacy.redis.ShardPages;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.vault.Fate;
import org.lethe.privacy.vault.Vault;

/** Attendance in the non-personal state of the visits' scopes. */
@ApplicationScoped
class RedisAttendance implements Attendance {

    private static final Script ATTEND = Script.load("presence/attend.lua");
    private static final Script RENEW = Script.load("presence/renew.lua");
    private static final Script SILENT = Script.load("presence/silent.lua");

    /** Keeps a script to about a millisecond when very many fell silent at once: 40 µs each. */
    private static final int SILENT_VISITS_A_CALL = 25;

    private static final int FATES_A_LOOKUP = 200;

    private final RedisStore redis;
    private final VisitTimes times;
    private final Vault vault;
    private final String replica = UUID.randomUUID().toString();

    /** By their deadlines. */
    private final ShardPages silent;

    RedisAttendance(RedisStore redis, VisitTimes times, Vault vault) {
        this.redis = redis;
        this.times = times;
        this.vault = vault;
        Duration silence = times.silence().plus(times.renewEvery().multipliedBy(2));
        this.silent =
                new ShardPages(
                        SILENT,
                        SILENT_VISITS_A_CALL,
                        times.lifetime().toMillis(),
                        silence.toMillis());
    }

    @Override
    public boolean attend(VisitId visit, Duration ago, int sockets) {
        return attend(visit, ago, Integer.toString(sockets));
    }

    @Override
    public void goodbye(VisitId visit) {
        attend(visit, Duration.ZERO, "");
    }

    @Override
    public Set<VisitId> renew(Map<VisitId, Duration> heardAgo) {
        ScopeBatch batch = new ScopeBatch(RENEW, times.lifetime().toMillis());
        heardAgo.forEach((visit, ago) -> batch.add(visit, ago.toMillis()));
        Set<VisitId> notOpen = new HashSet<>();
        for (ScriptReply reply : batch.run(redis)) {
            reply.list().forEach(visit -> notOpen.add(new VisitId(visit.text())));
        }
        return notOpen;
    }

    @Override
    public Map<VisitId, Fate> fates(Collection<VisitId> visits) {
        Map<VisitId, Fate> fates = new HashMap<>();
        visits.stream()
                .gather(Gatherers.windowFixed(FATES_A_LOOKUP))
                .forEach(portion -> fates.putAll(vault.fates(portion)));
        return fates;
    }

    @Override
    public void markSilent() {
        silent.read(redis);
    }

    private boolean attend(VisitId visit, Duration ago, String sockets) {
        long lifetime = times.lifetime().toMillis();
        var call = ScriptCall.on(ATTEND, visit, replica, sockets, lifetime, ago.toMillis());
        return redis.run(call).number() == 1;
    }
}
