package org.lethe.gdpr.datamap;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.gdpr.processor.OpenDsrSettings;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.runtime.caller.Public;
import org.lethe.runtime.http.AnswerForm;

/** The data map, for everybody: what is promised is no secret. */
@Path(DataMapResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data map")
public class DataMapResource {

    static final String PATH = "/v1/data-map";

    private final DataMap map;
    private final String linked;
    private final RoutingContext routing;

    DataMapResource(Lifetimes lifetimes, OpenDsrSettings config, RoutingContext routing) {
        this.map = DataMap.of(lifetimes);
        this.linked =
                LinkedDataMap.of(map, URI.create(config.publicUrl() + PATH), config.domain())
                        .toString();
        this.routing = routing;
    }

    @GET
    @Public
    @Operation(
            operationId = "getDataMap",
            summary =
                    "What is held, in which scope, for what, who reads it, and when it is"
                            + " destroyed; in JSON-LD by the W3C's Data Privacy Vocabulary, too")
    @APIResponse(
            responseCode = "200",
            description = "The map",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = DataMap.class)),
                @Content(
                        mediaType = "application/ld+json",
                        schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response map() {
        AnswerForm form = AnswerForm.of(routing, AnswerForm.JSON, AnswerForm.JSON_LD);
        return Response.ok(form == AnswerForm.JSON_LD ? linked : map, form.mediaType()).build();
    }
}
