package org.lethe.chat.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;

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
            content = @Content(schema = @Schema(implementation = AccountSettings.class)))
    @APIResponse(
            responseCode = "200",
            description = "The account was there before",
            content = @Content(schema = @Schema(implementation = AccountSettings.class)))
    @APIResponse(responseCode = "409", description = "Somebody else creates it in this moment")
    public Response create(
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    AccountSettings.class)))
                    ObjectNode body)
            throws JsonProcessingException {
        return switch (accounts.create(AccountResource.settings(body, 1))) {
            case Accounts.Created(AccountSettings settings) ->
                    AccountResource.answer(Response.status(Response.Status.CREATED), settings);
            case Accounts.Present(AccountSettings settings) ->
                    AccountResource.answer(Response.ok(), settings);
        };
    }

    @DELETE
    @Path("/{account}")
    @RunOnVirtualThread
    @Operation(
            operationId = "closeAccount",
            summary = "Close an account: its settings go, and its chats are destroyed")
    @APIResponse(responseCode = "204", description = "There is no such account any more")
    @APIResponse(responseCode = "409", description = "Somebody else changes it in this moment")
    @APIResponse(responseCode = "503", description = "Something may be left: close it again")
    public void close(@PathParam("account") AccountId account) {
        accounts.close(account);
    }
}
