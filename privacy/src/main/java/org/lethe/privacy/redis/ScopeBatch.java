package org.lethe.privacy.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lethe.contracts.id.ScopeId;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/** One script for many scopes, in calls and round trips none of which is long. */
public final class ScopeBatch {

    /**
     * Keeps a script to about a millisecond, since Redis does nothing else meanwhile: the renewal
     * of a visit, the dearest, takes it 42 microseconds (measured with 200 of them in one call).
     */
    static final int SCOPES_A_CALL = 25;

    /**
     * Redis serves nobody else between calls that it has read together: 32 of a millisecond each
     * kept a PING waiting for 22 to 25 of them (measured). So a trip takes it about four.
     */
    static final int SCOPES_A_TRIP = 100;

    private final Script script;
    private final List<Object> common;
    private final Map<Integer, Call> unfinished = new HashMap<>();
    private final List<Call> full = new ArrayList<>();

    /**
     * Begins a batch.
     *
     * @param common the arguments that stand before those of the scopes
     */
    public ScopeBatch(Script script, Object... common) {
        this.script = script;
        this.common = List.of(common);
    }

    /** Adds a scope with what the script is to know of it. */
    public ScopeBatch add(ScopeId scope, Object... more) {
        int shard = scope.shard();
        Call call =
                unfinished.computeIfAbsent(shard, it -> new Call(shard, new ArrayList<>(common)));
        call.args.add(scope);
        call.args.addAll(List.of(more));
        call.scopes++;
        if (call.scopes == SCOPES_A_CALL) {
            unfinished.remove(shard);
            full.add(call);
        }
        return this;
    }

    public ScopeBatch addAll(Collection<? extends ScopeId> scopes) {
        scopes.forEach(this::add);
        return this;
    }

    /** Runs the script for all, each shard's scopes apart; one reply a call. */
    public List<ScriptReply> run(RedisStore redis) {
        return trips().stream().flatMap(trip -> redis.runAll(trip).stream()).toList();
    }

    /** The calls of each round trip, one after the other. */
    List<List<ScriptCall>> trips() {
        var trips = new ArrayList<List<ScriptCall>>();
        int scopes = SCOPES_A_TRIP;
        for (Call call : calls()) {
            scopes += call.scopes;
            if (scopes > SCOPES_A_TRIP) {
                trips.add(new ArrayList<>());
                scopes = call.scopes;
            }
            trips.getLast().add(ScriptCall.of(script, call.shard, call.args));
        }
        return trips;
    }

    private List<Call> calls() {
        return Stream.concat(full.stream(), unfinished.values().stream()).toList();
    }

    private static final class Call {
        final int shard;
        final List<Object> args;
        int scopes;

        Call(int shard, List<Object> args) {
            this.shard = shard;
            this.args = args;
        }
    }
}
