package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.runtime.caller.Public;

/** What an export is like, for everybody. */
@Path(ExportSchemaResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class ExportSchemaResource {

    static final String PATH = "/v1/subjects/export.schema.json";

    private final ObjectNode document = ExportSchema.document();

    @GET
    @Public
    @Operation(
            operationId = "getExportSchema",
            summary = "The JSON Schema of what is held about a subject")
    public JsonNode schema() {
        return document;
    }
}
