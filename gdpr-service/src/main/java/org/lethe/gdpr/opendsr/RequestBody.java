package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.gdpr.selector.NamedSubject;

/**
 * The body of {@code POST /requests}, as it was sent; nothing in it is checked.
 *
 * @param extensions by domain: under ours, the subject as we name it; those of other processors are
 *     theirs, whatever they hold
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
        @Nullable Map<String, @Nullable NamedSubject> extensions) {

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
