package org.lethe.gdpr.request;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;

/** What the services say that they removed, by the number of the round that they answered. */
public record Acknowledgements(Map<Integer, Map<ServiceName, Map<RemainsKind, Integer>>> rounds) {

    private static final Set<ServiceName> ASKED =
            EnumSet.complementOf(EnumSet.of(ServiceName.GDPR_SERVICE));

    public Acknowledgements {
        rounds = Map.copyOf(rounds);
    }

    /** The services that did not answer a round; one without scopes was not announced. */
    public Set<ServiceName> missing(Progress.Effective effective, int round) {
        if (effective.rounds().get(round).isEmpty()) {
            return Set.of();
        }
        Set<ServiceName> missing = EnumSet.copyOf(ASKED);
        missing.removeAll(rounds.getOrDefault(round, Map.of()).keySet());
        return missing;
    }

    /** The services that an erasure with effect still waits for. */
    public Set<ServiceName> missing(Progress.Effective effective) {
        Set<ServiceName> missing = EnumSet.noneOf(ServiceName.class);
        for (int round = 0; round < effective.rounds().size(); round++) {
            missing.addAll(missing(effective, round));
        }
        return missing;
    }

    /** All that each service removed; no two rounds have a scope in common. */
    public Map<ServiceName, Map<RemainsKind, Integer>> total() {
        var total = new EnumMap<ServiceName, Map<RemainsKind, Integer>>(ServiceName.class);
        for (Map<ServiceName, Map<RemainsKind, Integer>> round : rounds.values()) {
            round.forEach((service, counts) -> {
                Map<RemainsKind, Integer> sum =
                        total.computeIfAbsent(service, _ -> new EnumMap<>(RemainsKind.class));
                counts.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
            });
        }
        return total;
    }
}
