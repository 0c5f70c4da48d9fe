package org.lethe.gdpr.datamap;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.runtime.caller.Public;

/** The data map, for everybody: what is promised is no secret. */
@Path("/v1/data-map")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data map")
public class DataMapResource {

    private final DataMap map;

    DataMapResource(Lifetimes lifetimes) {
        this.map = DataMap.of(lifetimes);
    }

    @GET
    @Public
    @Operation(
            operationId = "getDataMap",
            summary = "What is held, in which scope, and when it is destroyed")
    public DataMap map() {
        return map;
    }
}
