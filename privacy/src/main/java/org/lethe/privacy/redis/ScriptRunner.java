package org.lethe.privacy.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/** Runs scripts by their digest, and sends their text where that is not known yet. */
final class ScriptRunner {

    private final Link link;

    ScriptRunner(Link link) {
        this.link = link;
    }

    CompletionStage<ScriptReply> send(ScriptCall call) {
        return send(call.script().single(), List.of(call.key()), call.args());
    }

    /** In one call; the tags of the shards must be on one node. */
    CompletionStage<List<ScriptReply>> sendEach(ScriptBatch batch) {
        return send(batch.script().each(), batch.keys(), batch.args()).thenApply(ScriptReply::list);
    }

    private CompletionStage<ScriptReply> send(
            Script.Text script, List<String> keys, List<byte[]> args) {
        return send(CommandType.EVALSHA, script.sha(), keys, args)
                .exceptionallyCompose(failure -> {
                    Throwable cause = Replies.cause(failure);
                    // A restarted or promoted Redis has no scripts yet.
                    return cause instanceof RedisNoScriptException
                            ? send(CommandType.EVAL, script.source(), keys, args)
                            : CompletableFuture.failedStage(cause);
                });
    }

    private CompletionStage<ScriptReply> send(
            CommandType type, String script, List<String> keys, List<byte[]> values) {
        var args = new CommandArgs<>(Topology.CODEC);
        args.add(script).add(keys.size()).addKeys(keys).addValues(values);
        var output = new ScriptOutput(Topology.CODEC);
        return link.commands().dispatch(type, output, args).thenApply(output::reply);
    }
}
