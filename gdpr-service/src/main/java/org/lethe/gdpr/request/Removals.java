package org.lethe.gdpr.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;

/** The services' counts as they are kept: a field a service, JSON in each. */
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

    static Map<ServiceName, Map<RemainsKind, Integer>> read(Map<String, byte[]> fields) {
        var answers = new EnumMap<ServiceName, Map<RemainsKind, Integer>>(ServiceName.class);
        fields.forEach((service, counts) -> answers.put(ServiceName.of(service), counts(counts)));
        return answers;
    }

    private static Map<RemainsKind, Integer> counts(byte[] json) {
        try {
            return WireFormat.mapper().readValue(json, COUNTS);
        } catch (IOException e) {
            throw new IllegalStateException("counts that can't be read", e);
        }
    }
}
