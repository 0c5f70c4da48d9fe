package org.lethe.gdpr.access;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.UnknownSelectors;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.Refusal;

/**
 * What is held about a person now, for the account's privacy officer and staff whom it lets act.
 */
@Path("/v1/subjects/access")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class AccessResource {

    private static final String KNOWN =
            "A subject can be named by visits, chats and letters, and by nothing else.";
    private static final String NOBODY = "The question names nobody.";

    private final SubjectAccess access;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    AccessResource(SubjectAccess access, Audit audit, CurrentCaller caller, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @AllowedCallers({CallerKind.PRIVACY_OFFICER, CallerKind.DELEGATE})
    @Operation(operationId = "accessSubject", summary = "Everything held about a subject, as JSON")
    @APIResponse(
            responseCode = "400",
            description = "It names nobody, or by what is not known; error says which",
            content = @Content(schema = @Schema(implementation = NotUnderstood.class)))
    @APIResponse(
            responseCode = "200",
            description = "What is held, opened",
            content = @Content(schema = @Schema(implementation = Held.class)))
    public JsonNode access(@NotNull @Valid AccessQuestion question) {
        Selectors selectors = question.selectors();
        var by = Author.of(caller.caller(), clock.instant());
        audit.disclosing(caller.account(), by, SubjectAction.SUBJECT_SHOWN, null);
        return access.held(caller.account(), selectors);
    }

    /** About whom is asked. */
    record AccessQuestion(
            @Size(max = Selectors.MAX_IDS) @Nullable Set<@NotNull VisitId> visits,
            @Size(max = Selectors.MAX_IDS) @Nullable Set<@NotNull ChatId> chats,
            @Size(max = Selectors.MAX_IDS) @Nullable Set<@NotNull LetterId> letters,
            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, JsonNode> others) {

        /** Who is named; refuses what names nobody, or by what is not understood. */
        Selectors selectors() {
            Set<String> unknown = UnknownSelectors.names(others);
            var selectors =
                    new Selectors(
                            Objects.requireNonNullElse(visits, Set.of()),
                            Objects.requireNonNullElse(chats, Set.of()),
                            Objects.requireNonNullElse(letters, Set.of()));
            if (!unknown.isEmpty()) {
                throw new Refusal(ErrorCode.MALFORMED, new NotUnderstood(KNOWN, unknown));
            }
            if (selectors.isEmpty()) {
                throw new Refusal(ErrorCode.MALFORMED, new NotUnderstood(NOBODY, Set.of()));
            }
            return selectors;
        }
    }

    /**
     * Why a question is refused.
     *
     * @param selectors that are not known
     */
    record NotUnderstood(String message, Set<String> selectors) {}
}
