package org.lethe.runtime.limit;

import static java.util.Objects.requireNonNull;

import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.KeyedHash;
import org.lethe.runtime.problem.Refusal;

/** Counts what callers do, by the table of {@link Limit}s, and says when it is too much. */
@ApplicationScoped
public class Limits {

    private static final Log LOG = Log.of(Limits.class);
    private static final int TURNS = 64;

    private final LimitSettings settings;
    private final SubjectHashes names;
    private final StoredBuckets buckets;
    private final Map<Limit, Allowances> inProcess = new EnumMap<>(Limit.class);
    private final Map<Limit, PassersBy> passers = new EnumMap<>(Limit.class);
    private final Map<Limit, LimitCounts> counts = new EnumMap<>(Limit.class);
    private final KeyedHash ownHash = KeyedHash.random();
    private final OncePerCause faults = new OncePerCause(LOG);

    /** Threads of this process take from one bucket in turn: so few try in vain. */
    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toArray(ReentrantLock[]::new);

    @Inject
    Limits(LimitStore store, KeyEncryption kek, Clock clock, LimitSettings settings) {
        this.settings = settings;
        this.names = new SubjectHashes(store, kek, clock);
        this.buckets = new StoredBuckets(store);
        for (Limit limit : Limit.values()) {
            counts.put(limit, new LimitCounts());
            if (!limit.isShared()) {
                inProcess.put(
                        limit, new Allowances(limit.rate(settings), settings.trackedCallers()));
                passers.put(limit, new PassersBy(limit.rate(settings), settings.trackedCallers()));
            }
        }
    }

    /** Takes one of what all replicas count, or refuses with too many requests. Blocks. */
    public void require(Limit limit, Subject who) {
        if (!take(limit, who, 1)) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
    }

    /**
     * Takes some of what all replicas count; blocks.
     *
     * @return false if so much is not left, and nothing was taken
     */
    public boolean take(Limit limit, Subject who, long amount) {
        boolean taken;
        try {
            taken = inTurn(limit, who, bucket -> bucket.tryConsume(amount));
            faults.passed();
        } catch (StoreUnavailableException | BucketExecutionException e) {
            faults.warn("A limit can't be counted now", e, LogKey.RULE.of(limit));
            countsOf(limit).uncounted().increment();
            taken = limit.isAllowedUncounted();
        }
        if (!taken) {
            countsOf(limit).refused().increment();
        }
        return taken;
    }

    /** What was taken for something that did not come to pass; may fail without harm. */
    public void giveBack(Limit limit, Subject who, long amount) {
        try {
            boolean _ =
                    inTurn(
                            limit,
                            who,
                            bucket -> {
                                bucket.addTokens(amount);
                                return true;
                            });
        } catch (StoreUnavailableException | BucketExecutionException e) {
            LOG.debug("An allowance is not given back", LogKey.RULE.of(limit));
        }
    }

    /**
     * What a caller has left in this process, shared by all that the caller does here.
     *
     * @param caller not personal: ids
     */
    public Allowance inProcess(Limit limit, String caller) {
        return noting(limit, ofProcess(inProcess, limit).of(caller));
    }

    /**
     * Takes one of what is counted in this process of somebody whom nobody may know: hashed under a
     * key that dies with the process, and forgotten when there is nothing to count any more.
     */
    boolean takeInPassing(Limit limit, Subject who) {
        boolean taken = ofProcess(passers, limit).take(ownHash.of(who.asCountedBy(limit)));
        if (!taken) {
            countsOf(limit).refused().increment();
        }
        return taken;
    }

    private static <T> T ofProcess(Map<Limit, T> counters, Limit limit) {
        T counter = counters.get(limit);
        if (counter == null) {
            throw new IllegalArgumentException("counted by all replicas: " + limit);
        }
        return counter;
    }

    /** All of it, for one that shares it with nobody: who its caller is must still turn out. */
    public Allowance alone(Limit limit) {
        return noting(limit, limit.rate(settings).allowance(TimeMeter.SYSTEM_NANOTIME));
    }

    /** How many chats may wait at one account. */
    public int queuedChats() {
        return settings.queuedChats();
    }

    LimitCounts countsOf(Limit limit) {
        return requireNonNull(counts.get(limit));
    }

    private Allowance noting(Limit limit, Allowance allowance) {
        return allowance.noting(() -> countsOf(limit).refused().increment());
    }

    private boolean inTurn(Limit limit, Subject who, Predicate<BucketProxy> what) {
        Rate rate = limit.rate(settings);
        String name = names.name(limit, rate, who);
        ReentrantLock turn = turns[Math.floorMod(name.hashCode(), TURNS)];
        turn.lock();
        try {
            return what.test(buckets.getProxy(name, rate::buckets));
        } finally {
            turn.unlock();
        }
    }
}
