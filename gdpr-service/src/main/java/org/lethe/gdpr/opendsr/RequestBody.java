package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lethe.gdpr.selector.NamedSubject;
import org.lethe.gdpr.selector.SelectorReading;

/**
 * The body of {@code POST /requests}, as it was sent; nothing in it is checked.
 *
 * @param extensions by domain: under ours, the subject as we name it; those of other processors are
 *     theirs, whatever they hold
 * @param others what was sent beside what OpenDSR has: it might name or limit what is asked for
 */
@JsonNaming(SnakeCaseStrategy.class)
record RequestBody(
        @Nullable String regulation,
        @Nullable String subjectRequestId,
        @Nullable String subjectRequestType,
        @Nullable List<@Nullable Identity> subjectIdentities,
        @Nullable String submittedTime,
        @Nullable String apiVersion,
        @Nullable List<@Nullable String> statusCallbackUrls,
        @Nullable Map<String, @Nullable NamedSubject> extensions,
        @JsonAnySetter @Nullable Map<String, JsonNode> others) {

    /** The names of fields that OpenDSR does not have, as they may be told. */
    Set<String> unknown() {
        Map<String, ?> unknown = Objects.requireNonNullElse(others, Map.of());
        return unknown.keySet().stream()
                .map(SelectorReading::told)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }

    /** A person by something that OpenDSR has a type for. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Identity(
            @Nullable String identityType,
            @Nullable String identityFormat,
            @Nullable JsonNode identityValue) {

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
