package org.lethe.chat.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.visit.DataUse;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.caller.Public;
import org.lethe.runtime.problem.Refusal;

/** Tells a page whether somebody is there, and what is done with visitors' data. */
@Path("/v1/desk/status")
@Tag(name = "Desk")
public class DeskStatusResource {
    private final OnlineOperators operators;
    private final AccountDirectory accounts;

    @Inject
    DeskStatusResource(OnlineOperators operators, AccountDirectory accounts) {
        this.operators = operators;
        this.accounts = accounts;
    }

    /** An account that does not exist is one where nobody is online. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Public
    @Operation(
            operationId = "getDeskStatus",
            summary =
                    "Whether an operator of the account is online, and what it does with"
                            + " visitors' data")
    public Status status(
            @Parameter(required = true) @QueryParam("account") @Nullable AccountId account) {
        if (account == null) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
        return new Status(
                operators.isAnyOnline(account),
                accounts.find(account).map(AccountSettings::dataUse).orElse(null));
    }

    /**
     * The answer.
     *
     * @param dataUse missing of an account that does not exist
     */
    public record Status(boolean online, @Nullable DataUse dataUse) {}
}
