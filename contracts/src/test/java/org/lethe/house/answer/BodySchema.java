package org.lethe.house.answer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.Optional;
import java.util.stream.Collectors;

/** The schema of a JSON body. */
final class BodySchema {

    private static final JsonSchemaOptions OPTIONS =
            new JsonSchemaOptions()
                    .setBaseUri("https://lethe.example/")
                    .setDraft(Draft.DRAFT202012)
                    .setOutputFormat(OutputFormat.Basic);

    private final JsonObject schema;
    private final JsonObject components;

    /**
     * @param components of the document, to which schemas refer
     */
    BodySchema(JsonObject schema, JsonObject components) {
        this.schema = schema;
        this.components = components;
    }

    /** Where and why a body is not valid. */
    Optional<String> faultOf(byte[] body) {
        Object json;
        try {
            json = Json.decodeValue(Buffer.buffer(body));
        } catch (DecodeException e) {
            return Optional.of("has a body that is no JSON");
        }
        // The library writes notes of its own into a schema, so it gets a copy.
        JsonObject whole = schema.copy().put("components", components.copy());
        OutputUnit found =
                Validator.create(JsonSchema.of(whole), OPTIONS, new Formats()).validate(json);
        return found.getValid()
                ? Optional.empty()
                : Optional.of(
                        found.getErrors().stream()
                                .map(error -> error.getInstanceLocation() + " " + error.getError())
                                .distinct()
                                .collect(Collectors.joining("\n  ", "\n  ", "")));
    }
}
