package org.lethe.presence.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.lethe.contracts.id.Shard;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.Script;
import org.lethe.privacy.redis.ScriptCall;
import org.lethe.privacy.redis.ScriptReply;

/** Attendance in the non-personal state of the visits' scopes. */
@ApplicationScoped
class RedisAttendance implements Attendance {

    private static final Script ATTEND = Script.load("presence/attend.lua");
    private static final Script RENEW = Script.load("presence/renew.lua");
    private static final Script SILENT = Script.load("presence/silent.lua");

    /** Keeps a script to about a millisecond, since Redis does nothing else meanwhile. */
    private static final int VISITS_A_CALL = 200;

    /** Keeps a round trip far below its time-out. */
    private static final int CALLS_A_TRIP = 32;

    private final RedisStore redis;
    private final VisitTimes times;
    private final String replica = UUID.randomUUID().toString();

    RedisAttendance(RedisStore redis, VisitTimes times) {
        this.redis = redis;
        this.times = times;
    }

    @Override
    public boolean attend(VisitId visit, int sockets) {
        return attend(visit, Integer.toString(sockets));
    }

    @Override
    public void goodbye(VisitId visit) {
        attend(visit, "");
    }

    @Override
    public Set<VisitId> renew(Collection<Beat> beats) {
        Set<VisitId> destroyed = new HashSet<>();
        List<ScriptCall> calls = renewals(beats);
        for (int from = 0; from < calls.size(); from += CALLS_A_TRIP) {
            int to = Math.min(calls.size(), from + CALLS_A_TRIP);
            for (ScriptReply reply : redis.runAll(calls.subList(from, to))) {
                reply.list().forEach(visit -> destroyed.add(new VisitId(visit.text())));
            }
        }
        return destroyed;
    }

    @Override
    public void markSilent() {
        long silence = times.silence().plus(times.renewEvery().multipliedBy(2)).toMillis();
        redis.runAll(
                IntStream.range(0, Shard.COUNT)
                        .mapToObj(shard ->
                                ScriptCall.of(
                                        SILENT,
                                        shard,
                                        Shard.digits(shard),
                                        times.lifetime().toMillis(),
                                        silence))
                        .toList());
    }

    private boolean attend(VisitId visit, String sockets) {
        long lifetime = times.lifetime().toMillis();
        return redis.run(ScriptCall.on(ATTEND, visit, replica, sockets, lifetime)).number() == 1;
    }

    private List<ScriptCall> renewals(Collection<Beat> beats) {
        Map<Integer, List<Object>> open = new HashMap<>();
        List<ScriptCall> calls = new ArrayList<>();
        for (Beat beat : beats) {
            int shard = beat.visit().shard();
            List<Object> args = open.computeIfAbsent(shard, it -> lifetimeFirst());
            args.add(beat.visit());
            args.add(beat.ago().toMillis());
            if (args.size() > 2 * VISITS_A_CALL) {
                calls.add(ScriptCall.of(RENEW, shard, args.toArray()));
                open.remove(shard);
            }
        }
        open.forEach((shard, args) -> calls.add(ScriptCall.of(RENEW, shard, args.toArray())));
        return calls;
    }

    private List<Object> lifetimeFirst() {
        List<Object> args = new ArrayList<>();
        args.add(times.lifetime().toMillis());
        return args;
    }
}
