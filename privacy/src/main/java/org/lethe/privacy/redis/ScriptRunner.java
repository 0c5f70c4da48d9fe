package org.lethe.privacy.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/** Runs scripts by their digest, and sends their text where that is not known yet. */
final class ScriptRunner {

    private final Link link;

    ScriptRunner(Link link) {
        this.link = link;
    }

    CompletionStage<ScriptReply> send(ScriptCall call) {
        return send(CommandType.EVALSHA, call.script().sha(), call)
                .exceptionallyCompose(failure -> {
                    Throwable cause = Replies.cause(failure);
                    // A restarted or promoted Redis has no scripts yet.
                    return cause instanceof RedisNoScriptException
                            ? send(CommandType.EVAL, call.script().source(), call)
                            : CompletableFuture.failedStage(cause);
                });
    }

    private CompletionStage<ScriptReply> send(CommandType type, String script, ScriptCall call) {
        var args = new CommandArgs<>(Topology.CODEC);
        args.add(script).add(1).addKey(call.key()).addValues(call.args());
        var output = new ScriptOutput(Topology.CODEC);
        return link.commands().dispatch(type, output, args).thenApply(output::reply);
    }
}
