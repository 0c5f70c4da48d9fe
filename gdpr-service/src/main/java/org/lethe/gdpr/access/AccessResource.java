package org.lethe.gdpr.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.error.Problem;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.access.export.ExportAnswers;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.find.ConfirmationRequired;
import org.lethe.gdpr.find.Confirmations;
import org.lethe.gdpr.find.Purpose;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.selector.NamedSubject;
import org.lethe.gdpr.selector.NotUnderstood;
import org.lethe.gdpr.selector.SelectorReader;
import org.lethe.gdpr.subject.FoundSubject;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;

/**
 * What is held about a person now, for the account's privacy officer and staff whom it lets act.
 */
@Path("/v1/subjects/access")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class AccessResource {

    private final SelectorReader reader;
    private final SubjectScopes scopes;
    private final Confirmations confirmations;
    private final ExportAnswers export;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    AccessResource(
            SelectorReader reader,
            SubjectScopes scopes,
            Confirmations confirmations,
            ExportAnswers export,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.reader = reader;
        this.scopes = scopes;
        this.confirmations = confirmations;
        this.export = export;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @AllowedCallers({CallerKind.PRIVACY_OFFICER, CallerKind.DELEGATE})
    @Operation(
            operationId = "accessSubject",
            summary =
                    "Everything held about a subject: as JSON, as a page, as a ZIP file with files")
    @APIResponse(
            responseCode = "400",
            description = "It names nobody, or not as can be understood; error says why",
            content = @Content(schema = @Schema(implementation = NotUnderstood.class)))
    @APIResponse(responseCode = "429", description = "Too many archives are written already")
    @APIResponse(
            responseCode = "409",
            description = "It finds several subjects, and has no valid confirmation of so many",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = ConfirmationRequired.class)))
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
    public Response access(@NotNull NamedSubject named) {
        AccountId account = caller.account();
        Selectors selectors = reader.read(account, named);
        List<FoundSubject> found = scopes.subjects(account, selectors);
        var by = Author.of(caller.caller(), clock.instant());
        confirmations.require(
                account,
                selectors,
                found.size(),
                Purpose.SHOW,
                named.confirmation(),
                () -> audit.disclosing(account, by, SubjectAction.SUBJECT_LOOKED_FOR, null));
        audit.disclosing(account, by, SubjectAction.SUBJECT_SHOWN, null);
        return export.answer(account, SubjectScopes.scopes(found));
    }
}
