package org.lethe.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a type's schema says of its members. */
class JsonSchemasTest {

    private final JsonSchemas schemas = new JsonSchemas();

    @Test
    void requiresWhatMayNotBeMissing() {
        ObjectNode schema = schemas.ofRecord(Parcel.class, null);

        assertThat(schema.path("required")).extracting(JsonNode::textValue).containsExactly("to");
        assertThat(schema.path("properties").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("to", "note", "weight");
    }

    @Test
    void namesNoMemberThatHoldsThoseWithoutAName() {
        ObjectNode schema = schemas.ofRecord(Open.class, null);

        assertThat(schema.path("properties").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("to");
    }

    record Parcel(String to, @Nullable String note, Optional<Integer> weight) {}

    record Open(String to, @JsonAnySetter @Nullable Map<String, JsonNode> others) {}
}
