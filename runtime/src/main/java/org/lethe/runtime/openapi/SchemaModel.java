package org.lethe.runtime.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** JSON schemas in the form of OpenAPI's model. */
final class SchemaModel {

    private SchemaModel() {}

    static Schema of(JsonNode json) {
        Schema schema = OASFactory.createSchema();
        json.properties().forEach(entry -> set(schema, entry.getKey(), entry.getValue()));
        return schema;
    }

    private static void set(Schema schema, String key, JsonNode value) {
        switch (key) {
            case "$ref" -> schema.setRef(value.textValue());
            case "type" -> schema.addType(type(value.textValue()));
            case "format" -> schema.setFormat(value.textValue());
            case "pattern" -> schema.setPattern(value.textValue());
            case "description" -> schema.setDescription(value.textValue());
            case "contentEncoding" -> schema.setContentEncoding(value.textValue());
            case "const" -> schema.setConstValue(value.textValue());
            case "minLength" -> schema.setMinLength(value.intValue());
            case "maxLength" -> schema.setMaxLength(value.intValue());
            case "uniqueItems" -> schema.setUniqueItems(value.booleanValue());
            case "required" -> schema.setRequired(texts(value));
            case "enum" -> schema.setEnumeration(new ArrayList<>(texts(value)));
            case "items" -> schema.setItems(of(value));
            case "propertyNames" -> schema.setPropertyNames(of(value));
            case "additionalProperties" -> schema.setAdditionalPropertiesSchema(of(value));
            case "oneOf" -> value.forEach(option -> schema.addOneOf(of(option)));
            case "properties" ->
                    value.properties()
                            .forEach(
                                    each -> schema.addProperty(each.getKey(), of(each.getValue())));
            default -> {
                if (!key.startsWith("x-")) {
                    throw new IllegalArgumentException("no place for " + key);
                }
                schema.addExtension(key, value.booleanValue());
            }
        }
    }

    private static Schema.SchemaType type(String name) {
        return Schema.SchemaType.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.textValue()));
        return texts;
    }
}
