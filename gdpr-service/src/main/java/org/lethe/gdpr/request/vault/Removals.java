package org.lethe.gdpr.request.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.gdpr.request.Acknowledgements;
import org.lethe.gdpr.request.Round;

/** The services' counts as they are kept: a field a round and service, JSON in each. */
final class Removals {

    private static final TypeReference<Map<RemainsKind, Integer>> COUNTS = new TypeReference<>() {};

    private Removals() {}

    static String write(Map<RemainsKind, Integer> counts) {
        try {
            return WireFormat.mapper().writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts that can't be written", e);
        }
    }

    static String field(Round round, ServiceName service) {
        return round.number() + ":" + service.code();
    }

    static Acknowledgements read(Map<String, byte[]> fields) {
        var rounds = new HashMap<Integer, Map<ServiceName, Map<RemainsKind, Integer>>>();
        fields.forEach((field, counts) -> {
            String[] parts = field.split(":", 2);
            rounds.computeIfAbsent(Integer.valueOf(parts[0]), _ -> new EnumMap<>(ServiceName.class))
                    .put(Coded.of(ServiceName.class, parts[1]), counts(counts));
        });
        return new Acknowledgements(rounds);
    }

    private static Map<RemainsKind, Integer> counts(byte[] json) {
        try {
            return WireFormat.mapper().readValue(json, COUNTS);
        } catch (IOException e) {
            throw new IllegalStateException("counts that can't be read", e);
        }
    }
}
