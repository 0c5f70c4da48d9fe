package org.lethe.gdpr.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;

/** The caller's account's ledger. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerResource {

    private static final int MAX_PAGE = 200;

    private final Ledger ledger;
    private final CurrentCaller caller;

    LedgerResource(Ledger ledger, CurrentCaller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @AllowedCallers({CallerKind.PRIVACY_OFFICER, CallerKind.ADMINISTRATOR})
    @Operation(
            operationId = "getLedger",
            summary = "What was destroyed for the account: a chain of entries, oldest first")
    public LedgerView entries(
            @QueryParam("after") @DefaultValue("0") @PositiveOrZero long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE) int limit) {
        AccountId account = caller.account();
        return LedgerView.of(account, ledger.entries(account, after, limit), limit);
    }
}
