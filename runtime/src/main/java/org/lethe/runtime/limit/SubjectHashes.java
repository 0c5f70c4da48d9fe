package org.lethe.runtime.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.KeyedHash;

/**
 * Names what is counted, by a hash under a key that all replicas share for a while. The store has
 * the key only wrapped; with the while it is gone, and what was counted can't be told of anybody.
 */
final class SubjectHashes {

    private static final Duration SHORTEST = Duration.ofMinutes(20);

    /** Replicas whose clocks differ a little find the key of a while that is just over. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final LimitStore store;
    private final KeyEncryption kek;
    private final Clock clock;

    /** The key in use of each length of a while. */
    private final ConcurrentMap<Duration, Shared> keys = new ConcurrentHashMap<>();

    SubjectHashes(LimitStore store, KeyEncryption kek, Clock clock) {
        this.store = store;
        this.kek = kek;
        this.clock = clock;
    }

    /** A name for whom a limit counts now; another after a while. */
    String name(Limit limit, Rate rate, Subject subject) {
        Duration length = length(rate.refill().multipliedBy(2));
        long number = clock.millis() / length.toMillis();
        Shared shared =
                keys.compute(
                        length,
                        (any, present) ->
                                present != null && present.number() == number
                                        ? present
                                        : share(length, number));
        return shared.hash().of(subject.asCountedBy(limit));
    }

    private static Duration length(Duration refilledTwice) {
        if (refilledTwice.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return refilledTwice.compareTo(Rate.LONGEST) > 0 ? Rate.LONGEST : refilledTwice;
    }

    private Shared share(Duration length, long number) {
        String place = "limit-key:" + length.toSeconds() + ":" + number;
        Instant end = Instant.ofEpochMilli((number + 1) * length.toMillis());
        Duration life = Duration.between(clock.instant(), end).plus(GRACE);
        byte[] wrapped = store.share(place, KeyedHash.random().wrapped(kek, place), life);
        return KeyedHash.open(kek, wrapped, place)
                .map(hash -> new Shared(number, hash))
                .orElseThrow(SubjectHashes::unreadable);
    }

    private static StoreUnavailableException unreadable() {
        return new StoreUnavailableException(
                new IllegalStateException("another suite's key, or a damaged one"));
    }

    private record Shared(long number, KeyedHash hash) {}
}
