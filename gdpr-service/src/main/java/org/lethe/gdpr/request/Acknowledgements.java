package org.lethe.gdpr.request;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ErasureId;

/** What the services say that they removed, by the number of the round that they answered. */
public record Acknowledgements(Map<Integer, Map<ServiceName, Map<RemainsKind, Integer>>> rounds) {

    private static final Set<ServiceName> ASKED =
            EnumSet.complementOf(EnumSet.of(ServiceName.GDPR_SERVICE));
    private static final TypeReference<Map<RemainsKind, Integer>> COUNTS = new TypeReference<>() {};

    public Acknowledgements {
        rounds = Map.copyOf(rounds);
    }

    /** Reads them as they are kept: by {@link Round#field}, the counts in JSON. */
    static Acknowledgements read(Map<String, byte[]> fields) {
        var rounds = new HashMap<Integer, Map<ServiceName, Map<RemainsKind, Integer>>>();
        fields.forEach((field, counts) -> {
            String[] parts = field.split(":", 2);
            rounds.computeIfAbsent(Integer.valueOf(parts[0]), _ -> new EnumMap<>(ServiceName.class))
                    .put(Coded.of(ServiceName.class, parts[1]), counts(counts));
        });
        return new Acknowledgements(rounds);
    }

    static String write(Map<RemainsKind, Integer> counts) {
        return WireFormat.mapper().valueToTree(counts).toString();
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

    private static Map<RemainsKind, Integer> counts(byte[] json) {
        try {
            return WireFormat.mapper().readValue(json, COUNTS);
        } catch (IOException e) {
            throw new IllegalStateException("counts that can't be read", e);
        }
    }

    /**
     * One announcement of an erasure. Scopes that are found late are announced in a round of their
     * own.
     *
     * <p>A round has an id of its own, the request's with the number as its last character. The
     * services echo it, so that a repeated answer to one round never stands for another.
     *
     * @param request the scope of the request, which is the id of round 0
     * @param number from 0
     */
    public record Round(ErasureId request, int number) {

        public Round {
            if (number < 0 || number >= Character.MAX_RADIX) {
                throw new IllegalArgumentException("round out of range: " + number);
            }
        }

        /** The round that was announced under an id. */
        public static Round of(ErasureId announced) {
            String value = announced.value();
            char last = value.charAt(value.length() - 1);
            return new Round(ending(announced, 0), Character.digit(last, Character.MAX_RADIX));
        }

        /** What the round is announced under. */
        public ErasureId id() {
            return ending(request, number);
        }

        /** Where a service's answer to the round is kept. */
        String field(ServiceName service) {
            return number + ":" + service.code();
        }

        private static ErasureId ending(ErasureId id, int number) {
            String stem = id.value().substring(0, id.value().length() - 1);
            return new ErasureId(stem + Character.forDigit(number, Character.MAX_RADIX));
        }
    }
}
