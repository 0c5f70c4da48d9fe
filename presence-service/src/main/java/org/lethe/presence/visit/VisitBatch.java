package org.lethe.presence.visit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/** One script for many visits, in few calls none of which is long. */
public final class VisitBatch {

    /** Keeps a script to about a millisecond, since Redis does nothing else meanwhile. */
    private static final int VISITS_A_CALL = 200;

    /** Keeps a round trip far below its time-out. */
    private static final int CALLS_A_TRIP = 32;

    private final Script script;
    private final List<Object> common;
    private final Map<Integer, Call> unfinished = new HashMap<>();
    private final List<ScriptCall> calls = new ArrayList<>();

    /**
     * Begins a batch.
     *
     * @param common the arguments that stand before those of the visits
     */
    public VisitBatch(Script script, Object... common) {
        this.script = script;
        this.common = List.of(common);
    }

    /** Adds a visit with what the script is to know of it. */
    public VisitBatch add(VisitId visit, Object... more) {
        int shard = visit.shard();
        Call call = unfinished.computeIfAbsent(shard, it -> new Call(new ArrayList<>(common)));
        call.args.add(visit);
        call.args.addAll(List.of(more));
        call.visits++;
        if (call.visits == VISITS_A_CALL) {
            unfinished.remove(shard);
            calls.add(call.finished(script, shard));
        }
        return this;
    }

    public VisitBatch addAll(Collection<VisitId> visits) {
        visits.forEach(this::add);
        return this;
    }

    /** Runs the script for all, each shard's visits apart; one reply a call. */
    public List<ScriptReply> run(RedisStore redis) {
        unfinished.forEach((shard, call) -> calls.add(call.finished(script, shard)));
        unfinished.clear();
        return calls.stream()
                .gather(Gatherers.windowFixed(CALLS_A_TRIP))
                .flatMap(trip -> redis.runAll(trip).stream())
                .toList();
    }

    private static final class Call {
        final List<Object> args;
        int visits;

        Call(List<Object> args) {
            this.args = args;
        }

        ScriptCall finished(Script script, int shard) {
            return ScriptCall.of(script, shard, args);
        }
    }
}
