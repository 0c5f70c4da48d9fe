package org.lethe.gdpr.find;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.gdpr.selector.NamedSubject;
import org.lethe.gdpr.selector.NotUnderstood;
import org.lethe.gdpr.selector.SelectorReader;
import org.lethe.gdpr.subject.FoundSubject;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;

/** How much is held about whom selectors find, for the account's privacy officer. */
@Path("/v1/subjects/find")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class FindResource {

    private final SelectorReader reader;
    private final SubjectScopes scopes;
    private final Confirmations confirmations;
    private final CurrentCaller caller;

    FindResource(
            SelectorReader reader,
            SubjectScopes scopes,
            Confirmations confirmations,
            CurrentCaller caller) {
        this.reader = reader;
        this.scopes = scopes;
        this.confirmations = confirmations;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @AllowedCallers(CallerKind.PRIVACY_OFFICER)
    @Operation(
            operationId = "findSubject",
            summary = "How many subjects selectors find, and how much of them; never what")
    @APIResponse(
            responseCode = "400",
            description = "It names nobody, or not as can be understood; error says why",
            content = @Content(schema = @Schema(implementation = NotUnderstood.class)))
    public Preview find(@NotNull NamedSubject named) {
        AccountId account = caller.account();
        Selectors selectors = reader.read(account, named);
        List<FoundSubject> found = scopes.subjects(account, selectors);
        return preview(found, confirmations.token(account, selectors, found.size()));
    }

    static Preview preview(List<FoundSubject> found, Optional<String> confirmation) {
        Map<ScopeKind, Integer> counts = SubjectScopes.count(SubjectScopes.scopes(found));
        return new Preview(
                found.size(),
                counts.getOrDefault(ScopeKind.VISIT, 0),
                counts.getOrDefault(ScopeKind.CHAT, 0),
                counts.getOrDefault(ScopeKind.LETTER, 0),
                found.stream().map(FoundSubject::since).min(Comparator.naturalOrder()),
                confirmation);
    }

    /**
     * How much is held now.
     *
     * @param subjects groups of scopes that lead to one another: at least as many as persons, as
     *     nothing may link two visits of one
     * @param since when the oldest of it was opened
     * @param confirmation sent with the same selectors, it says that all subjects are meant; there
     *     if there are several, and valid for ten minutes
     */
    public record Preview(
            int subjects,
            int visits,
            int chats,
            int letters,
            Optional<Instant> since,
            Optional<String> confirmation) {}
}
