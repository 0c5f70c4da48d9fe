package org.lethe.presence.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.BearerToken;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.UserAgentText;
import org.lethe.presence.attendance.Attendance;
import org.lethe.presence.visit.VisitTimes;
import org.lethe.runtime.caller.Public;
import org.lethe.runtime.client.ClientAddresses;

/** The REST side of visits: opening one, and the goodbye of a page that is being closed. */
@Path("/v1/visits")
@RunOnVirtualThread
@Tag(name = "Visits")
public class VisitResource {

    private final Visits visits;
    private final Attendance attendance;
    private final ClientAddresses addresses;
    private final VisitAdmission admission;
    private final VisitOwners owners;
    private final VisitTimes times;

    VisitResource(
            Visits visits,
            Attendance attendance,
            ClientAddresses addresses,
            VisitAdmission admission,
            VisitOwners owners,
            VisitTimes times) {
        this.visits = visits;
        this.attendance = attendance;
        this.addresses = addresses;
        this.admission = admission;
        this.owners = owners;
        this.times = times;
    }

    /**
     * The answer to a page that opened a visit.
     *
     * @param token proves that its holder is the visitor; kept in the page's memory
     * @param heartbeatSeconds how often the page is to send a heartbeat on its socket
     */
    public record VisitOpened(VisitId visit, BearerToken token, int heartbeatSeconds) {}

    @POST
    @Public
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "openVisit",
            summary = "Opens a visit for a page of the account, with the visitor's consent")
    @APIResponse(responseCode = "201", description = "The visit is open")
    @APIResponse(responseCode = "403", description = "The page's origin is not the account's")
    @APIResponse(responseCode = "422", description = "There is no consent")
    @APIResponse(
            responseCode = "429",
            description = "Too many were opened from this address, or of this account")
    public VisitOpened open(
            OpenVisit request,
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("User-Agent") @Nullable String userAgent,
            @Context HttpServerRequest http) {
        admission.check(request.account(), origin, addresses.nearest(http));
        VisitId visit =
                visits.open(
                        request,
                        addresses.find(http),
                        Optional.ofNullable(userAgent).flatMap(UserAgentText::clipped));
        return new VisitOpened(
                visit, owners.token(request.account(), visit), times.heartbeatSeconds());
    }

    @POST
    @Path("/{visit}/leave")
    @Public
    @Consumes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "leaveVisit",
            summary = "Says goodbye for a page that is being closed",
            description =
                    "The body is the JSON text {\"token\": \"...\"} with the visit's token; a"
                            + " beacon sends it as text/plain.")
    @APIResponse(responseCode = "204", description = "The visitor counts as leaving")
    @APIResponse(responseCode = "401", description = "The body has no valid token")
    @APIResponse(responseCode = "404", description = "The token is not this visit's")
    public void leave(
            @PathParam("visit") VisitId visit,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.TEXT_PLAIN,
                                        schema = @Schema(type = SchemaType.STRING)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema =
                                                @Schema(implementation = VisitOwners.Goodbye.class))
                            })
                    @Nullable String body,
            @HeaderParam("Origin") @Nullable String origin) {
        owners.checkGoodbye(visit, body, origin);
        attendance.goodbye(visit);
    }
}
