package org.lethe.gdpr.opendsr;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.fulfilment.WaitingRequest;
import org.lethe.gdpr.fulfilment.WaitingRequests;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;

/**
 * What staff asked for that may not act alone, for the account's officer, and for staff that the
 * account lets act. Others of the staff are told an id by who asked.
 */
@Path("/v1/requests/waiting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OpenDSR")
public class WaitingResource {

    private final WaitingRequests requests;
    private final CurrentCaller caller;

    WaitingResource(WaitingRequests requests, CurrentCaller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @AllowedCallers({CallerKind.PRIVACY_OFFICER, CallerKind.DELEGATE})
    @Operation(
            operationId = "listWaitingRequests",
            summary = "The account's requests that wait for a second person, oldest first")
    @APIResponse(responseCode = "200", description = "What waits")
    public WaitingView waiting() {
        AccountId account = caller.account();
        return new WaitingView(account, requests.of(account));
    }

    /** What waits in an account for a second person. */
    public record WaitingView(AccountId account, List<WaitingRequest> requests) {}
}
