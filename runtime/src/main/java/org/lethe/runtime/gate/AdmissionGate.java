package org.lethe.runtime.gate;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.reaper.Reaper;
import org.lethe.privacy.redis.Obstacle;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreInspection;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.node.Finding;
import org.lethe.privacy.watchdog.Overdue;
import org.lethe.runtime.problem.Refusal;

/**
 * Refuses new personal data while the promise to destroy it can't be kept, or the store needs its
 * room for what lives. What is alive already goes on.
 */
@ApplicationScoped
public class AdmissionGate {

    private static final Log LOG = Log.of(AdmissionGate.class);
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final int FULL = 100;

    private final Supplier<StoreInspection> store;
    private final Supplier<Duration> overdue;
    private final IntSupplier found;
    private final DoubleSupplier filled;
    private final Room room;
    private final Clock clock;
    private final ClockWatch clockWatch;
    private final OncePerCause faults = new OncePerCause(LOG);
    private volatile Optional<Reason> closedBy = Optional.of(Reason.STORE_AWAY);
    private volatile List<Finding> findings = List.of();
    private volatile int overdueRecords;
    private volatile Optional<Obstacle> obstacle = Optional.empty();
    private volatile boolean hasLooked;

    @Inject
    AdmissionGate(RedisStore store, Reaper reaper, Overdue overdue, Room room, Clock clock) {
        this(store::inspect, reaper::overdue, overdue::count, store::filled, room, clock);
    }

    /**
     * A gate to a store that is never full.
     *
     * @param overdue for how long the oldest deadline has passed
     */
    public AdmissionGate(Supplier<StoreInspection> store, Supplier<Duration> overdue, Clock clock) {
        this(store, overdue, () -> 0, () -> 0, new Room(FULL, FULL), clock);
    }

    /**
     * A gate.
     *
     * @param overdue for how long the oldest deadline has passed
     * @param found how many records the watchdog found of late that nothing else would destroy
     * @param filled which part of its memory the store had taken when it was inspected, from 0 to 1
     */
    AdmissionGate(
            Supplier<StoreInspection> store,
            Supplier<Duration> overdue,
            IntSupplier found,
            DoubleSupplier filled,
            Room room,
            Clock clock) {
        this.store = store;
        this.overdue = overdue;
        this.found = found;
        this.filled = filled;
        this.room = room;
        this.clock = clock;
        this.clockWatch = new ClockWatch(clock.instant(), System.nanoTime());
    }

    /** Throws a refusal while the gate is closed, or there is no room for one of this kind. */
    public void check(Newcomer newcomer) {
        if (closedBy.isPresent()) {
            throw new Refusal(ErrorCode.ADMISSION_CLOSED);
        }
        if (!room.isFor(newcomer)) {
            throw new Refusal(ErrorCode.NO_ROOM);
        }
    }

    /** Empty while it is open. */
    Optional<Reason> closedBy() {
        return closedBy;
    }

    /** Whether the store has answered since the start, so that more is known than nothing. */
    boolean hasLooked() {
        return hasLooked;
    }

    /** What is wrong with which kind of node of Redis, as it was found at the last look. */
    List<Finding> findings() {
        return findings;
    }

    /** How many records the watchdog had found of late, at the last look. */
    int overdueRecords() {
        return overdueRecords;
    }

    /** Whether this kept Redis from answering at the last look. */
    boolean isKeptBy(Obstacle cause) {
        return obstacle.filter(cause::equals).isPresent();
    }

    /** Looks whether the gate may be open. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void look() {
        Optional<Reason> now = reason();
        if (!now.equals(closedBy)) {
            now.ifPresentOrElse(
                    reason ->
                            LOG.warn("no new personal data is accepted", LogKey.REASON.of(reason)),
                    () -> LOG.info("new personal data is accepted"));
        }
        closedBy = now;
        hasLooked |= !now.equals(Optional.of(Reason.STORE_AWAY));
    }

    private Optional<Reason> reason() {
        // Asked each time, so that a jump between two looks at the store is not lost.
        boolean steady = clockWatch.isSteady(clock.instant(), System.nanoTime());
        try {
            // Asked whatever the nodes are like: a time that went back is noticed here.
            Duration late = overdue.get();
            StoreInspection state = store.get();
            overdueRecords = found.getAsInt();
            obstacle = Optional.empty();
            room.note(filled.getAsDouble());
            note(state instanceof StoreInspection.Unfit(List<Finding> wrong) ? wrong : List.of());
            return switch (state) {
                case StoreInspection.Unfit(List<Finding> wrong) -> Optional.of(unfit(wrong));
                case StoreInspection.Hidden ignored -> Optional.of(Reason.STORE_HIDDEN);
                case StoreInspection.Fit ignored -> ofTime(late, steady);
            };
        } catch (StoreUnavailableException e) {
            obstacle = Optional.of(Obstacle.of(e));
            return Optional.of(Reason.STORE_AWAY);
        } catch (RuntimeException e) {
            obstacle = Obstacle.in(e);
            // In doubt closed: what was true at the last look may not be any more.
            faults.warn("it can't be told whether the promise can be kept", e);
            return Optional.of(Reason.UNCERTAIN);
        }
    }

    private static Reason unfit(List<Finding> wrong) {
        return wrong.stream().allMatch(it -> it.rule().isOfClocks())
                ? Reason.STORE_CLOCK
                : Reason.STORE_UNFIT;
    }

    private void note(List<Finding> found) {
        found.stream()
                .filter(it -> !findings.contains(it))
                .forEach(it ->
                        LOG.warn(
                                "A node of Redis is not as it must be",
                                LogKey.ROLE.of(it.role()),
                                LogKey.RULE.of(it.rule())));
        findings = found;
    }

    private Optional<Reason> ofTime(Duration late, boolean steady) {
        if (late.compareTo(LATE) > 0) {
            return Optional.of(Reason.REAPER_LATE);
        }
        if (overdueRecords > 0) {
            return Optional.of(Reason.RECORD_OVERDUE);
        }
        return steady ? Optional.empty() : Optional.of(Reason.CLOCK_JUMP);
    }
}
