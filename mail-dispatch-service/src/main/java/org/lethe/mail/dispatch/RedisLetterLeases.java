package org.lethe.mail.dispatch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.Script;
import org.lethe.privacy.redis.ScriptCall;
import org.lethe.privacy.redis.ScriptReply;
import org.lethe.privacy.vault.ScopeKeyNames;

/** Leases in the letter's meta; a script for each step, each fenced by the owner. */
@ApplicationScoped
class RedisLetterLeases implements LetterLeases {

    /** Less time than this before its deadline, and a letter is left to be lost. */
    private static final Duration NEEDED = Duration.ofMillis(500);

    /** An erasure asks within seconds. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final RedisStore store;
    private final Script lease = Script.load("letter-lease.lua");
    private final Script hold = Script.load("letter-hold.lua");
    private final Script handOver = Script.load("letter-hand-over.lua");
    private final Script postpone = Script.load("letter-postpone.lua");

    @Inject
    RedisLetterLeases(RedisStore store) {
        this.store = store;
    }

    @Override
    public LeaseOutcome take(LetterId letter, Duration term) {
        String owner = UUID.randomUUID().toString();
        ScriptReply reply = store.run(ScriptCall.on(lease, letter, owner, term.toMillis()));
        return switch (reply.at(0).text()) {
            case "taken" -> new LeaseOutcome.Taken(new Lease(letter, owner, reply.at(1).count()));
            case "later" -> new LeaseOutcome.Later(Duration.ofMillis(reply.at(1).number()));
            default -> new LeaseOutcome.Gone();
        };
    }

    @Override
    public boolean hold(Lease lease, Duration term) {
        var call = ScriptCall.on(hold, lease.letter(), lease.owner(), term.toMillis());
        return store.run(call).number() == 1;
    }

    @Override
    public HandOver handOver(Lease lease) {
        var call =
                ScriptCall.on(
                        handOver,
                        lease.letter(),
                        lease.owner(),
                        NEEDED.toMillis(),
                        REMEMBERED.toMillis());
        return switch (store.run(call).text()) {
            case "go" -> HandOver.GO;
            case "lost" -> HandOver.LEASE_LOST;
            default -> HandOver.GONE;
        };
    }

    @Override
    public void postpone(Lease lease, Duration pause) {
        store.run(ScriptCall.on(postpone, lease.letter(), lease.owner(), pause.toMillis()));
    }

    /** The vault's tombstone tells of a dispatched letter, our own mark of one under way. */
    @Override
    public boolean wasHandedOver(LetterId letter) {
        String mark = RedisStore.shardKey(letter.shard(), "handed-over:" + letter.value());
        return store.get(mark).isPresent()
                || store.get(ScopeKeyNames.slot(letter, "gone"))
                        .filter(reason -> new String(reason, US_ASCII).equals("dispatched"))
                        .isPresent();
    }
}
