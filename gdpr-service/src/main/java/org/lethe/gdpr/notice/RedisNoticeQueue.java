package org.lethe.gdpr.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ErasureId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.runtime.problem.Refusal;

/**
 * Notices in Redis, on the shard of their request: {@code {s17}:notices}, a sorted set of lines by
 * when they are due, and a hash a line.
 */
@ApplicationScoped
class RedisNoticeQueue implements NoticeQueue {

    private final RedisStore store;
    private final NoticeSeal seal;
    private final Script leave = Script.load("gdpr/leave-notices.lua");
    private final Script take = Script.load("gdpr/take-notices.lua");
    private final Script settle = Script.load("gdpr/settle-notice.lua");
    private final Script postpone = Script.load("gdpr/postpone-notice.lua");

    RedisNoticeQueue(RedisStore store, NoticeSeal seal) {
        this.store = store;
        this.seal = seal;
    }

    @Override
    public void leave(ErasureId request, List<Notice> notices) {
        if (!notices.isEmpty()) {
            run(ScriptCall.on(leave, request, seal.args(request, notices)));
        }
    }

    @Override
    public List<TakenNotice> take(int most, Duration term) {
        var all = ScriptBatch.onAll(take, most, term.toMillis()).inOneCall();
        return available(() -> store.runAll(all)).stream()
                .flatMap(shard -> shard.list().stream())
                .map(this::taken)
                .toList();
    }

    @Override
    public void settle(TakenNotice taken) {
        run(ScriptCall.on(settle, taken.request(), taken.line(), taken.rank()));
    }

    @Override
    public void postpone(TakenNotice taken, Duration pause) {
        run(ScriptCall.on(postpone, taken.request(), taken.line(), taken.rank(), pause.toMillis()));
    }

    private TakenNotice taken(ScriptReply reply) {
        var request = new ErasureId(reply.at(0).text());
        int line = reply.at(1).count();
        int rank = reply.at(2).count();
        return new TakenNotice(
                request,
                line,
                rank,
                reply.at(3).count(),
                Duration.ofMillis(reply.at(4).number()),
                seal.open(request, line, rank, reply.at(5).bytes()));
    }

    private void run(ScriptCall call) {
        var _ = available(() -> store.run(call));
    }

    private static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (StoreUnavailableException _) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
