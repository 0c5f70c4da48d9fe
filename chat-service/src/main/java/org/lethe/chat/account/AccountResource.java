package org.lethe.chat.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.Refusal;

/** Administrators keep the settings of their own account. */
@Path("/v1/account")
@AllowedCallers(CallerKind.ADMINISTRATOR)
@Tag(name = "Accounts")
public class AccountResource {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

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
            content = @Content(schema = @Schema(implementation = AccountSettings.class)))
    public Response settings() {
        return answer(Response.ok(), accounts.require(caller.account()));
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
            content = @Content(schema = @Schema(implementation = AccountSettings.class)))
    @APIResponse(responseCode = "412", description = "Somebody else has changed them")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    AccountSettings.class)))
                    ObjectNode body)
            throws JsonProcessingException {
        AccountId account = caller.account();
        long version = version(ifMatch);
        // The caller's own account need not be named.
        if (!account.value().equals(body.path("id").asText(account.value()))) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        AccountSettings next = settings(body.put("id", account.value()), version + 1);
        accounts.require(account);
        if (!writer.write(next)) {
            throw new Refusal(ErrorCode.PRECONDITION_FAILED);
        }
        return answer(Response.ok(), next);
    }

    /** The settings that were sent, whatever version they say they are. */
    static AccountSettings settings(ObjectNode body, long version) throws JsonProcessingException {
        return WireFormat.mapper().treeToValue(body.put("version", version), AccountSettings.class);
    }

    /** The version that a change is made to; who does not say it could undo another's change. */
    static long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Refusal(ErrorCode.PRECONDITION_REQUIRED);
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Refusal(ErrorCode.PRECONDITION_FAILED);
        }
        return Long.parseLong(tag.group(1));
    }

    static Response answer(Response.ResponseBuilder response, AccountSettings settings) {
        return response.header(HttpHeaders.ETAG, "\"" + settings.version() + "\"")
                .entity(settings)
                .build();
    }
}
