package org.lethe.chat.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.account.AccountWriter;
import org.lethe.runtime.account.WriteOutcome;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.Refusal;

/** Administrators keep the settings of their own account. */
@Path("/v1/account")
@AllowedCallers(CallerKind.ADMINISTRATOR)
@Tag(name = "Accounts")
public class AccountResource {
    private final AccountDirectory accounts;
    private final AccountWriter writer;
    private final CurrentCaller caller;

    @Inject
    AccountResource(AccountDirectory accounts, AccountWriter writer, CurrentCaller caller) {
        this.accounts = accounts;
        this.writer = writer;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "getAccount",
            summary = "The settings of the caller's account, with their version as ETag")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    public Response settings() {
        return answer(accounts.require(caller.account()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "changeAccount",
            summary = "Replace the settings, if nobody else has changed them meanwhile")
    @APIResponse(
            responseCode = "200",
            description = "The new settings",
            content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    @APIResponse(responseCode = "412", description = "Somebody else has changed them")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, AccountDocument body) {
        AccountId account = caller.account();
        long version = VersionTag.required(ifMatch);
        AccountId named = body.id();
        if (named != null && !named.equals(account)) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        return switch (writer.change(settings(body, account), version)) {
            case WriteOutcome.Written(AccountSettings settings) -> answer(settings);
            case WriteOutcome.Conflict ignored -> throw new Refusal(ErrorCode.PRECONDITION_FAILED);
        };
    }

    static AccountSettings settings(AccountDocument body, AccountId account) {
        try {
            return body.settings(account);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
    }

    private static Response answer(AccountSettings settings) {
        return Response.ok(AccountDocument.of(settings))
                .header(HttpHeaders.ETAG, VersionTag.of(settings.version()))
                .build();
    }
}
