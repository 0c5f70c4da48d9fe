package org.lethe.gdpr.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;

/** The published schema; {@code -Dgolden.write=true} writes it anew, for a change that is meant. */
class ExportSchemaTest {

    private static final Path FILE = Path.of("../docs/api/subject-export.schema.json");

    private final ObjectNode schema = ExportSchema.document();
    private final ObjectNode export = ExampleExport.of();

    @Test
    void isThePublishedOne() throws IOException {
        String text =
                WireFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema)
                        + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE)).isEqualTo(text);
    }

    @Test
    void refersOnlyToWhatIsThere() {
        assertThat(schema.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(schema.at(reference.substring(1)).isObject()).isTrue());
    }

    @Test
    void holdsForWhatIsSealed() {
        OutputUnit found = judged();

        assertThat(found.getErrors()).isNullOrEmpty();
        assertThat(found.getValid()).isTrue();
    }

    @Test
    void describesAllThatIsHeld() {
        schema.findParents("properties")
                .forEach(each -> ((ObjectNode) each).put("additionalProperties", false));

        assertThat(judged().getErrors()).isNullOrEmpty();

        ((ObjectNode) export.path("visits").path(0)).put("more", true);
        assertThat(judged().getValid()).isFalse();
    }

    @Test
    void holdsForAnExportOfNothing() {
        export.putArray("visits");
        export.putArray("chats");
        export.putArray("letters");

        assertThat(judged().getValid()).isTrue();
    }

    @Test
    void findsATimeThatIsMissingAndARoleThatIsUnknown() {
        ObjectNode chat = (ObjectNode) export.path("chats").path(0);
        chat.remove("retention");
        assertThat(judged().getValid()).isFalse();

        chat.set("retention", export.path("visits").path(0).path("retention"));
        assertThat(judged().getValid()).isTrue();

        ((ObjectNode) chat.path("access").path(0)).put("role", "passer-by");
        assertThat(judged().getValid()).isFalse();
    }

    private OutputUnit judged() {
        var options =
                new JsonSchemaOptions()
                        .setBaseUri("https://lethe.example/")
                        .setDraft(Draft.DRAFT202012)
                        .setOutputFormat(OutputFormat.Basic);
        return Validator.create(JsonSchema.of(json(schema)), options).validate(json(export));
    }

    private static JsonObject json(ObjectNode node) {
        try {
            return new JsonObject(WireFormat.mapper().writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
