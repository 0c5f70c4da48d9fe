package org.lethe.gdpr.opendsr;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.error.Problem;
import org.lethe.gdpr.find.ConfirmationRequired;
import org.lethe.gdpr.fulfilment.ConfirmedRequests;
import org.lethe.gdpr.fulfilment.WaitingRequest;
import org.lethe.gdpr.fulfilment.WaitingRequests;
import org.lethe.gdpr.opendsr.Answers.StatusAnswer;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.Refusal;

/** A second person confirms what staff asked for that may not act alone. */
@Path("/v1/requests/{id}/confirmation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OpenDSR")
public class ConfirmationResource {

    /** Has the token for the number of subjects, from the refusal that told it. */
    private static final String CONFIRMATION = "Lethe-Confirmation";

    private final ConfirmedRequests requests;
    private final WaitingRequests waiting;
    private final Answers answers;
    private final CurrentCaller caller;
    private final Clock clock;

    ConfirmationResource(
            ConfirmedRequests requests,
            WaitingRequests waiting,
            Answers answers,
            CurrentCaller caller,
            Clock clock) {
        this.requests = requests;
        this.waiting = waiting;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @AllowedCallers({CallerKind.PRIVACY_OFFICER, CallerKind.DELEGATE, CallerKind.PETITIONER})
    @Operation(
            operationId = "getWaitingRequest",
            summary = "What a request asks for that waits for a second person")
    @APIResponse(responseCode = "200", description = "What is to be confirmed")
    @APIResponse(
            responseCode = "409",
            description = "It is confirmed, withdrawn or run out; or who asks is who asked for it")
    public WaitingRequest waiting(@PathParam("id") String id) {
        return waiting.find(caller.account(), parse(id), author());
    }

    @POST
    @RunOnVirtualThread
    @AllowedCallers({CallerKind.PRIVACY_OFFICER, CallerKind.DELEGATE, CallerKind.PETITIONER})
    @Operation(
            operationId = "confirmRequest",
            summary = "Let a request go on that waits for a second person")
    @APIResponse(
            responseCode = "200",
            description = "Confirmed; an erasure has effect when this answer is sent",
            content = @Content(schema = @Schema(implementation = StatusAnswer.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "It is confirmed, withdrawn or run out; or who asks is who asked for it; or it"
                            + " finds several subjects, and the header does not confirm so many",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = ConfirmationRequired.class)))
    public Response confirm(
            @PathParam("id") String id, @HeaderParam(CONFIRMATION) @Nullable String confirmation) {
        RequestState state = requests.confirm(caller.account(), parse(id), author(), confirmation);
        return answers.signed(Response.Status.OK, answers.status(state, null));
    }

    private Author author() {
        return Author.of(caller.caller(), clock.instant());
    }

    private static RequestId parse(String id) {
        return RequestId.parse(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }
}
