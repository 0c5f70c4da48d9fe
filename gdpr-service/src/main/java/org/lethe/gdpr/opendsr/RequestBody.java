package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /requests}, as it was sent; nothing in it is checked. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "OpenDsrRequest")
record RequestBody(
        @Nullable String regulation,
        @Nullable String subjectRequestId,
        @Nullable String subjectRequestType,
        @Nullable List<Identity> subjectIdentities,
        @Nullable String submittedTime,
        @Nullable String apiVersion,
        @Nullable List<String> statusCallbackUrls,
        @Nullable Map<String, Extension> extensions) {

    @Override
    public String toString() {
        return "[redacted]";
    }

    /** A person by something that Lethe keeps no index of. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "OpenDsrIdentity")
    record Identity(
            @Nullable String identityType,
            @Nullable String identityFormat,
            @Nullable JsonNode identityValue) {

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** Our own selectors, under our domain. */
    @Schema(name = "OpenDsrExtension")
    record Extension(
            @Nullable List<String> visits,
            @Nullable List<String> chats,
            @Nullable List<String> letters) {

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
