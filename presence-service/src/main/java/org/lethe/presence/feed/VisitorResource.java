package org.lethe.presence.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;

/** The list of visitors, for those who ask instead of watching. */
@Path("/v1/visitors")
@RunOnVirtualThread
@Tag(name = "Visitors")
public class VisitorResource {

    private final VisitorList list;
    private final CurrentCaller caller;

    VisitorResource(VisitorList list, CurrentCaller caller) {
        this.list = list;
        this.caller = caller;
    }

    /** All visitors of the caller's account. */
    public record Visitors(List<VisitorView> visitors) {}

    @GET
    @AllowedCallers(CallerKind.OPERATOR)
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "operator")
    @Operation(operationId = "listVisitors", summary = "Lists the visitors of the account's sites")
    @APIResponse(responseCode = "200", description = "Everybody whose visit is open")
    @APIResponse(responseCode = "401", description = "There is no valid token")
    @APIResponse(responseCode = "404", description = "The caller is no operator")
    public Visitors visitors() {
        return new Visitors(list.all(caller.operator().account()));
    }
}
