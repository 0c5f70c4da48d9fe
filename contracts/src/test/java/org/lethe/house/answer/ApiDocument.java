package org.lethe.house.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An OpenAPI document, as far as it is about answers. */
final class ApiDocument {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** What every problem has; the operations' answers add to it. */
    private static final String BASE = "Problem";

    private final JsonObject document;

    private ApiDocument(JsonObject document) {
        this.document = document;
    }

    static ApiDocument read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ApiDocument of(String yaml) throws IOException {
        Map<String, Object> read = YAML.readValue(yaml, new TypeReference<>() {});
        JsonObject document = new JsonObject(read).copy();
        close(document.getJsonObject("paths"));
        JsonObject components = document.getJsonObject("components");
        close(components.getJsonObject("responses"));
        components
                .getJsonObject("schemas")
                .forEach(schema -> {
                    if (!schema.getKey().equals(BASE)) {
                        close(schema.getValue());
                    }
                });
        return new ApiDocument(document);
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (var path : document.getJsonObject("paths")) {
            for (var verb : (JsonObject) path.getValue()) {
                JsonObject operation = (JsonObject) verb.getValue();
                operations.add(
                        new Operation(
                                verb.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                !operation.getJsonArray("security").isEmpty(),
                                answers(operation)));
            }
        }
        return operations;
    }

    private Map<Integer, DocumentedAnswer> answers(JsonObject operation) {
        Map<Integer, DocumentedAnswer> answers = new HashMap<>();
        for (var response : operation.getJsonObject("responses")) {
            answers.put(
                    Integer.valueOf(response.getKey()),
                    answer(resolved((JsonObject) response.getValue())));
        }
        return answers;
    }

    private DocumentedAnswer answer(JsonObject response) {
        Map<String, BodySchema> content = new HashMap<>();
        for (var type : response.getJsonObject("content", new JsonObject())) {
            JsonObject schema = ((JsonObject) type.getValue()).getJsonObject("schema");
            content.put(
                    type.getKey(), new BodySchema(schema, document.getJsonObject("components")));
        }
        return new DocumentedAnswer(content);
    }

    private JsonObject resolved(JsonObject response) {
        String reference = response.getString("$ref");
        return reference == null
                ? response
                : document.getJsonObject("components")
                        .getJsonObject("responses")
                        .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** A member that a document does not name is not to be answered; JSON Schema would allow it. */
    private static void close(Object node) {
        if (node instanceof JsonArray array) {
            array.forEach(ApiDocument::close);
        }
        if (node instanceof JsonObject object) {
            object.forEach(member -> close(member.getValue()));
            if (object.containsKey("allOf")) {
                // Each of its parts names some members of the one object.
                object.getJsonArray("allOf")
                        .forEach(part -> ((JsonObject) part).remove("additionalProperties"));
                object.put("unevaluatedProperties", false);
            } else if ("object".equals(object.getValue("type"))
                    && object.containsKey("properties")) {
                object.put("additionalProperties", false);
            }
        }
    }
}
