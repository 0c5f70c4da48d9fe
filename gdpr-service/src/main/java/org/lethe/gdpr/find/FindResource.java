package org.lethe.gdpr.find;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.selector.NamedSubject;
import org.lethe.gdpr.selector.NotUnderstood;
import org.lethe.gdpr.selector.SelectorReader;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;

/**
 * How much is held about whom selectors find, for the account's privacy officer and staff whom it
 * lets act.
 */
@Path("/v1/subjects/find")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class FindResource {

    private final SelectorReader reader;
    private final Previews previews;
    private final CurrentCaller caller;
    private final Clock clock;

    FindResource(SelectorReader reader, Previews previews, CurrentCaller caller, Clock clock) {
        this.reader = reader;
        this.previews = previews;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @AllowedCallers({CallerKind.PRIVACY_OFFICER, CallerKind.DELEGATE})
    @Operation(
            operationId = "findSubject",
            summary = "How many subjects selectors find, and how much of them; never what")
    @APIResponse(
            responseCode = "400",
            description = "It names nobody, or not as can be understood; error says why",
            content = @Content(schema = @Schema(implementation = NotUnderstood.class)))
    public Preview find(@NotNull NamedSubject named) {
        AccountId account = caller.account();
        return previews.of(
                account, Author.of(caller.caller(), clock.instant()), reader.read(account, named));
    }
}
