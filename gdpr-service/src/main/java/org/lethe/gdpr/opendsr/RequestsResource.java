package org.lethe.gdpr.opendsr;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.error.Problem;
import org.lethe.gdpr.access.Held;
import org.lethe.gdpr.find.ConfirmationRequired;
import org.lethe.gdpr.fulfilment.ConfirmedRequests;
import org.lethe.gdpr.fulfilment.InformSubject;
import org.lethe.gdpr.fulfilment.SubjectRequests;
import org.lethe.gdpr.opendsr.Answers.ReceivedAnswer;
import org.lethe.gdpr.opendsr.Answers.StatusAnswer;
import org.lethe.gdpr.opendsr.RequestReader.Reading;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.Refusal;

/**
 * OpenDSR's requests, for the account's privacy officer, a program that signs in as one, and staff,
 * whose requests wait for a second person where the account does not let them act alone.
 */
@Path("/requests")
@Produces(MediaType.APPLICATION_JSON)
@AllowedCallers({CallerKind.PRIVACY_OFFICER, CallerKind.DELEGATE, CallerKind.PETITIONER})
@Tag(name = "OpenDSR")
public class RequestsResource {

    private final RequestReader reader;
    private final ConfirmedRequests confirmed;
    private final SubjectRequests requests;
    private final InformSubject access;
    private final Answers answers;
    private final CurrentCaller caller;
    private final Clock clock;

    RequestsResource(
            RequestReader reader,
            ConfirmedRequests confirmed,
            SubjectRequests requests,
            InformSubject access,
            Answers answers,
            CurrentCaller caller,
            Clock clock) {
        this.reader = reader;
        this.confirmed = confirmed;
        this.requests = requests;
        this.access = access;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(operationId = "submitRequest", summary = "Erase or give access to a data subject")
    @APIResponse(
            responseCode = "201",
            description =
                    "Received; an erasure has effect when this answer is sent, unless a second"
                            + " person must confirm it",
            content = @Content(schema = @Schema(implementation = ReceivedAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "The request can't be taken; error says why in OpenDSR's words",
            content = @Content(schema = @Schema(implementation = OpenDsrError.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The id was used for another request; or several subjects are found, and the"
                            + " extension has no valid confirmation of so many",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = ConfirmationRequired.class)))
    @APIResponse(
            responseCode = "503",
            description = "An erasure has no effect yet; it is kept, and to send it again is safe")
    public Response submit(
            @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(schema = @Schema(implementation = RequestBody.class)))
                    byte[] body) {
        return answer(() -> {
            Reading read = reader.read(caller.account(), author(), body);
            RequestState state = confirmed.submit(read.request(), read.confirmation());
            return answers.signed(Response.Status.CREATED, answers.received(state, body));
        });
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(operationId = "getRequest", summary = "The status of a request")
    @APIResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(schema = @Schema(implementation = StatusAnswer.class)))
    public Response status(@PathParam("id") String id) {
        return answer(() -> {
            RequestState state =
                    requests.find(caller.account(), parse(id), author())
                            .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
            return answers.signed(Response.Status.OK, answers.status(state, null));
        });
    }

    @DELETE
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(operationId = "cancelRequest", summary = "Withdraw a request while it is pending")
    @APIResponse(
            responseCode = "202",
            description = "The request is withdrawn",
            content = @Content(schema = @Schema(implementation = ReceivedAnswer.class)))
    @APIResponse(responseCode = "409", description = "It is worked on already, or completed")
    public Response cancel(@PathParam("id") String id) {
        return answer(() -> {
            RequestState state = requests.cancel(caller.account(), parse(id), author());
            return answers.signed(Response.Status.ACCEPTED, answers.received(state, new byte[0]));
        });
    }

    @GET
    @Path("/{id}/results")
    @RunOnVirtualThread
    @Operation(
            operationId = "getRequestResults",
            summary =
                    "What is held about the subject of an access request, as often as it is asked"
                            + " for until it is acknowledged or has run out")
    @APIResponse(
            responseCode = "200",
            description = "What is held, opened",
            content = @Content(schema = @Schema(implementation = Held.class)))
    public Response results(@PathParam("id") String id) {
        return answer(() ->
                answers.signed(
                        Response.Status.OK, access.results(caller.account(), parse(id), author())));
    }

    @DELETE
    @Path("/{id}/results")
    @RunOnVirtualThread
    @Operation(
            operationId = "acknowledgeRequestResults",
            summary = "Say that the results were received: they can be fetched no more")
    @APIResponse(responseCode = "204", description = "They can't be fetched any more")
    public Response acknowledge(@PathParam("id") String id) {
        return answer(() -> {
            access.acknowledge(caller.account(), parse(id), author());
            return answers.signedWithoutBody();
        });
    }

    private Author author() {
        return Author.of(caller.caller(), clock.instant());
    }

    /** Refusals are signed as well, so that a controller need not believe who is in between. */
    private Response answer(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (Refusal refusal) {
            return answers.signed(refusal);
        }
    }

    private static RequestId parse(String id) {
        return RequestId.parse(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }
}
