package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lethe.acceptance.endurance.Fault.Part;
import org.lethe.stack.service.ServiceInstance;
import org.lethe.stack.service.ServiceKind;

/** Which faults come when; the same seed gives the same plan. */
record FaultPlan(List<Planned> faults) {

    private static final Duration FIRST = Duration.ofSeconds(15);

    /** Shorter runs lose no store: its visitors would have no time to come again. */
    private static final Duration LONG_ENOUGH_FOR_A_LOSS = Duration.ofMinutes(5);

    private static final Duration BETWEEN_LOSSES = Duration.ofMinutes(15);

    /** A service has died, was started, and is at work again. */
    private static final Duration RECOVERY = Duration.ofSeconds(25);

    /** What was said to be stored has left Redis for Kafka by then, and may be lost with it. */
    private static final Duration CALM_AROUND_A_LOSS = Duration.ofSeconds(20);

    FaultPlan {
        faults = List.copyOf(faults);
    }

    /**
     * A fault at its time.
     *
     * @param at since the start of the run
     */
    record Planned(Duration at, Fault fault) {

        Duration until() {
            return at.plus(fault.length());
        }
    }

    static FaultPlan of(long seed, Duration length) {
        var random = new SplittableRandom(seed);
        var planned = new ArrayList<>(losses(length));
        Map<String, Duration> busyUntil = new HashMap<>();
        for (Duration at = FIRST;
                at.compareTo(length) < 0;
                at = at.plus(Duration.ofMillis(random.nextLong(3_000, 14_000)))) {
            Planned next = new Planned(at, any(random));
            Duration busy = busyUntil.getOrDefault(next.fault().target(), Duration.ZERO);
            boolean free = busy.compareTo(at) <= 0 && next.until().compareTo(length) <= 0;
            if (free && losses(length).stream().noneMatch(loss -> disturbs(next, loss))) {
                planned.add(next);
                busyUntil.put(next.fault().target(), next.until().plus(RECOVERY));
            }
        }
        planned.sort(Comparator.comparing(Planned::at));
        return new FaultPlan(planned);
    }

    private static List<Planned> losses(Duration length) {
        var losses = new ArrayList<Planned>();
        if (length.compareTo(LONG_ENOUGH_FOR_A_LOSS) >= 0) {
            Duration first =
                    length.compareTo(BETWEEN_LOSSES) < 0 ? length.dividedBy(2) : BETWEEN_LOSSES;
            for (Duration at = first; at.compareTo(length) < 0; at = at.plus(BETWEEN_LOSSES)) {
                losses.add(new Planned(at, new Fault.LoseStore()));
            }
        }
        return losses;
    }

    /** What lies in Redis alone while Kafka is away is lost with it, and nobody can tell of it. */
    private static boolean disturbs(Planned fault, Planned loss) {
        return fault.until().compareTo(loss.at().minus(CALM_AROUND_A_LOSS)) > 0
                && fault.at().compareTo(loss.at().plus(CALM_AROUND_A_LOSS)) < 0;
    }

    private static Fault any(SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind < 45) {
            ServiceKind[] services = ServiceKind.values();
            return new Fault.Kill(
                    services[random.nextInt(services.length)],
                    random.nextInt(ServiceInstance.MOST));
        }
        if (kind < 70) {
            Part[] parts = Part.values();
            return new Fault.Freeze(parts[random.nextInt(parts.length)], pause(random));
        }
        return ofLinks(random, kind);
    }

    private static Fault ofLinks(SplittableRandom random, int kind) {
        if (kind < 78) {
            return new Fault.NoMail(pause(random));
        }
        if (kind < 86) {
            return new Fault.RoughMail(Duration.ofSeconds(random.nextInt(20, 60)));
        }
        return kind < 93 ? new Fault.CutStore() : new Fault.CutClients();
    }

    /** Mostly seconds, at times up to a minute. */
    private static Duration pause(SplittableRandom random) {
        int longest = random.nextInt(10) < 7 ? 15 : 60;
        return Duration.ofMillis(random.nextLong(2_000, longest * 1_000L));
    }

    /** The last fault that had come by then, for a report. */
    Optional<Planned> lastBefore(Duration elapsed) {
        return faults.stream().filter(it -> it.at().compareTo(elapsed) <= 0).reduce((a, b) -> b);
    }
}
