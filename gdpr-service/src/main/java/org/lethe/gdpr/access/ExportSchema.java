package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lethe.contracts.schema.JsonSchemas;

/** The JSON Schema of the export, made from {@link Held}. */
final class ExportSchema {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private ExportSchema() {}

    static ObjectNode document() {
        var schemas = new JsonSchemas("#/$defs/");
        ObjectNode export = schemas.ofRecord(Held.class, null);
        ObjectNode document = export.objectNode();
        document.put("$schema", DRAFT);
        document.put("title", "What is held about a data subject");
        document.put(
                "description",
                "Fields that are not described here may be added; none is taken away or changes"
                        + " its meaning.");
        document.setAll(export);
        ObjectNode named = document.putObject("$defs");
        schemas.named().forEach(named::set);
        return document;
    }
}
