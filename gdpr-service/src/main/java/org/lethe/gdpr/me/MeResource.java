package org.lethe.gdpr.me;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.access.Held;
import org.lethe.gdpr.access.export.ExportAnswers;
import org.lethe.gdpr.fulfilment.SubjectRequests;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.Refusal;

/** What is held about the visitor who asks, and the end of it. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@AllowedCallers({CallerKind.VISITOR, CallerKind.PARTICIPANT})
@Tag(name = "Visitors")
public class MeResource {

    private final ExportAnswers export;
    private final SubjectRequests requests;
    private final RequestStore store;
    private final SubjectScopes scopes;
    private final CurrentCaller caller;
    private final Clock clock;

    MeResource(
            ExportAnswers export,
            SubjectRequests requests,
            RequestStore store,
            SubjectScopes scopes,
            CurrentCaller caller,
            Clock clock) {
        this.export = export;
        this.requests = requests;
        this.store = store;
        this.scopes = scopes;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "getMe",
            summary =
                    "Everything held about the caller: as JSON, as a page, as a ZIP file with files")
    @APIResponse(responseCode = "429", description = "Too many archives are written already")
    @APIResponse(
            responseCode = "200",
            description = "What is held, opened",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = Held.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/zip",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response held() {
        return export.answer(caller.account(), scopes.find(caller.account(), selectors().ids()));
    }

    @DELETE
    @ResponseStatus(202)
    @RunOnVirtualThread
    @Operation(
            operationId = "eraseMe",
            summary = "Erase the caller: effective when this answer is sent; repeating it is safe")
    public Erased erase() {
        Selectors named = selectors();
        RequestState state = earlier(named).orElseGet(() -> requests.submit(erasure(named)));
        return new Erased(
                state.status(), state.receipt(), state.effective(), state.found(), state.missing());
    }

    /** An erasure by the visit alone was about the chat too, if nothing that is named is open. */
    private Optional<RequestState> earlier(Selectors named) {
        RequestId byVisit =
                RequestId.ofVisitor(Selectors.ofIds(named.visits(), Set.of(), Set.of()));
        return scopes.find(caller.account(), named.ids()).isEmpty()
                ? requests.find(caller.account(), byVisit).filter(RequestState::hasEffect)
                : Optional.empty();
    }

    private SubjectRequest erasure(Selectors named) {
        RequestId id = RequestId.ofVisitor(named);
        return new SubjectRequest(
                store.scopeOf(caller.account(), id),
                caller.account(),
                id,
                RequestType.ERASURE,
                named,
                List.of(),
                clock.instant(),
                new Progress.Received());
    }

    /** A chat may outlive its visit, so its own id is named too. */
    private Selectors selectors() {
        return switch (caller.caller()) {
            case Caller.Visitor visitor ->
                    Selectors.ofIds(Set.of(visitor.visit()), Set.of(), Set.of());
            case Caller.Participant participant ->
                    Selectors.ofIds(
                            Set.of(participant.visit()), Set.of(participant.chat()), Set.of());
            case Caller.Operator _, Caller.Delegate _, Caller.Staff _ ->
                    throw new Refusal(ErrorCode.NOT_FOUND);
        };
    }

    /**
     * What became of a visitor's erasure.
     *
     * @param receipt can be fetched with the same token once the status is completed
     * @param effective when the keys were destroyed
     * @param scopes how many scopes were found
     */
    public record Erased(
            RequestStatus status,
            Optional<ReceiptId> receipt,
            Optional<Instant> effective,
            Optional<Integer> scopes,
            Set<ServiceName> waitingFor) {}
}
