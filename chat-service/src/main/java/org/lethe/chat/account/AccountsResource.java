package org.lethe.chat.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.problem.Refusal;

/** Staff of the processor create and close accounts. */
@Path("/v1/accounts")
@AllowedCallers(CallerKind.STAFF)
@Tag(name = "Accounts")
public class AccountsResource {
    private final Accounts accounts;

    @Inject
    AccountsResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "createAccount",
            summary = "Create an account; one that exists is answered as it is, unchanged")
    @APIResponse(
            responseCode = "201",
            description = "The account is new",
            content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The account was there before",
            content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    public Response create(AccountDocument body) {
        AccountId account = body.id();
        if (account == null) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
        return switch (accounts.create(AccountResource.settings(body, account))) {
            case Accounts.Created(AccountSettings settings) ->
                    answer(Response.status(Response.Status.CREATED), settings);
            case Accounts.Present(AccountSettings settings) -> answer(Response.ok(), settings);
        };
    }

    @DELETE
    @Path("/{account}")
    @RunOnVirtualThread
    @Operation(
            operationId = "closeAccount",
            summary = "Close an account: its settings go, and its chats are destroyed")
    @APIResponse(responseCode = "204", description = "There is no such account any more")
    @APIResponse(responseCode = "503", description = "Something may be left: close it again")
    public void close(@PathParam("account") AccountId account) {
        accounts.close(account);
    }

    private static Response answer(Response.ResponseBuilder response, AccountSettings settings) {
        return response.header(HttpHeaders.ETAG, VersionTag.of(settings.version()))
                .entity(AccountDocument.of(settings))
                .build();
    }
}
