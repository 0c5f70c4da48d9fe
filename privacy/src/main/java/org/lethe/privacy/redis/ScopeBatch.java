package org.lethe.privacy.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.lethe.contracts.id.ScopeId;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/** One script for many scopes, in few calls none of which is long. */
public final class ScopeBatch {

    /** Keeps a script to about a millisecond, since Redis does nothing else meanwhile. */
    private static final int SCOPES_A_CALL = 200;

    /** Keeps a round trip far below its time-out. */
    private static final int CALLS_A_TRIP = 32;

    private final Script script;
    private final List<Object> common;
    private final Map<Integer, Call> unfinished = new HashMap<>();
    private final List<ScriptCall> calls = new ArrayList<>();

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
        Call call = unfinished.computeIfAbsent(shard, it -> new Call(new ArrayList<>(common)));
        call.args.add(scope);
        call.args.addAll(List.of(more));
        call.scopes++;
        if (call.scopes == SCOPES_A_CALL) {
            unfinished.remove(shard);
            calls.add(call.finished(script, shard));
        }
        return this;
    }

    public ScopeBatch addAll(Collection<? extends ScopeId> scopes) {
        scopes.forEach(this::add);
        return this;
    }

    /** Runs the script for all, each shard's scopes apart; one reply a call. */
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
        int scopes;

        Call(List<Object> args) {
            this.args = args;
        }

        ScriptCall finished(Script script, int shard) {
            return ScriptCall.of(script, shard, args);
        }
    }
}
