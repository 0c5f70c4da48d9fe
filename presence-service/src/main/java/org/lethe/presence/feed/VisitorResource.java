package org.lethe.presence.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.Refusal;

/** The list of visitors, for those who ask instead of watching. */
@Path("/v1/visitors")
@RunOnVirtualThread
@Tag(name = "Visitors")
public class VisitorResource {

    private static final String LONGEST = "" + VisitorList.PORTION;

    private final VisitorList list;
    private final AccountDirectory accounts;
    private final CurrentCaller caller;

    VisitorResource(VisitorList list, AccountDirectory accounts, CurrentCaller caller) {
        this.list = list;
        this.accounts = accounts;
        this.caller = caller;
    }

    @GET
    @AllowedCallers(CallerKind.OPERATOR)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listVisitors",
            summary = "Lists the visitors of the account's sites",
            description =
                    "Answers a page of the list. As long as an answer has next, there are more:"
                            + " ask again with that as after.")
    @APIResponse(
            responseCode = "200",
            description = "Those whose visit is open, up to the limit, and where to go on")
    @APIResponse(
            responseCode = "400",
            description = "The limit is out of range, or the cursor is none")
    @APIResponse(responseCode = "401", description = "There is no valid token")
    @APIResponse(
            responseCode = "404",
            description = "The caller is no operator, or the account is closed")
    public VisitorPage visitors(
            @Parameter(description = "The next of the page before; opaque") @QueryParam("after")
                    @Nullable String after,
            @Parameter(description = "How many at most, from 1 to 200")
                    @QueryParam("limit")
                    @DefaultValue(LONGEST)
                    int limit) {
        if (limit < 1 || limit > VisitorList.PORTION) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
        VisitId from = after == null ? null : new VisitId(after);
        AccountId account = accounts.require(caller.operator().account()).id();
        return list.page(account, from, limit);
    }
}
