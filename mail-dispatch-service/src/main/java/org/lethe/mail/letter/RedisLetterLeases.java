package org.lethe.mail.letter;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.vault.Vault;

/** Leases in the letter's meta; a script for each step, each fenced by the owner. */
@ApplicationScoped
@Startup
class RedisLetterLeases implements LetterLeases {

    private final RedisStore store;
    private final Vault vault;
    private final LeaseTerms terms;
    private final Script lease = Script.load("letter-lease.lua");
    private final Script hold = Script.load("letter-hold.lua");
    private final Script handOver = Script.load("letter-hand-over.lua");
    private final Script custody = Script.load("letter-custody.lua");
    private final Script postpone = Script.load("letter-postpone.lua");

    @Inject
    RedisLetterLeases(RedisStore store, Vault vault, LeaseSettings config) {
        this.vault = vault;
        this.store = store;
        this.terms = LeaseTerms.of(config);
    }

    @Override
    public LeaseOutcome take(LetterId letter) {
        String owner = UUID.randomUUID().toString();
        ScriptReply reply =
                store.run(
                        ScriptCall.on(
                                lease,
                                letter,
                                owner,
                                terms.before().toMillis(),
                                letter.epoch(),
                                LeaseTerms.REMEMBERED.toMillis()));
        return switch (reply.at(0).text()) {
            case "taken" -> new LeaseOutcome.Taken(taken(letter, owner, reply));
            case "later" -> new LeaseOutcome.Later(Duration.ofMillis(reply.at(1).number()));
            case "lost" -> new LeaseOutcome.LostWithStore();
            default -> new LeaseOutcome.Gone();
        };
    }

    private static Lease taken(LetterId letter, String owner, ScriptReply reply) {
        return new Lease(
                letter,
                AccountId.of(reply.at(2).text()),
                Boolean.parseBoolean(reply.at(3).text()),
                owner,
                reply.at(1).count(),
                reply.at(4).count());
    }

    @Override
    public boolean hold(Lease lease) {
        var call =
                ScriptCall.on(
                        hold,
                        lease.letter(),
                        lease.owner(),
                        terms.before().toMillis(),
                        terms.after().toMillis());
        return store.run(call).number() == 1;
    }

    @Override
    public Optional<Duration> handOver(Lease lease, Duration longest) {
        var call =
                ScriptCall.on(
                        handOver,
                        lease.letter(),
                        lease.owner(),
                        LeaseTerms.NEEDED.toMillis(),
                        longest.toMillis(),
                        terms.after().toMillis(),
                        LeaseTerms.REMEMBERED.plus(longest).toMillis());
        long time = store.run(call).number();
        return time == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(time));
    }

    @Override
    public void postpone(Lease lease, Duration pause) {
        postpone(lease, pause, false);
    }

    @Override
    public void postponeUnanswered(Lease lease, Duration pause) {
        postpone(lease, pause, true);
    }

    private void postpone(Lease lease, Duration pause, boolean unanswered) {
        store.run(
                ScriptCall.on(
                        postpone,
                        lease.letter(),
                        lease.owner(),
                        pause.toMillis(),
                        unanswered ? 1 : 0,
                        LeaseTerms.REMEMBERED.toMillis()));
    }

    /** The vault's tombstone tells of a letter that has its outcome, marks of our own of others. */
    @Override
    public Custody custody(LetterId letter) {
        Optional<DestroyReason> outcome = vault.tombstone(letter);
        if (outcome.equals(Optional.of(DestroyReason.DISPATCHED))) {
            return Custody.HANDED_OVER;
        }
        return switch (store.run(ScriptCall.on(custody, letter)).text()) {
            case "handed-over" -> Custody.HANDED_OVER;
            case "perhaps" -> Custody.PERHAPS;
            default ->
                    outcome.equals(Optional.of(DestroyReason.PERHAPS_DELIVERED))
                            ? Custody.PERHAPS
                            : Custody.OURS;
        };
    }
}
