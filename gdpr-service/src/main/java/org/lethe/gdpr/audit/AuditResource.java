package org.lethe.gdpr.audit;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.ledger.Paging;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;

/** What officers, and staff of the processor, did for the caller's account's data subjects. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {

    private final Ledger ledger;
    private final CurrentCaller caller;

    AuditResource(Ledger ledger, CurrentCaller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @AllowedCallers({CallerKind.PRIVACY_OFFICER, CallerKind.ADMINISTRATOR})
    @Operation(
            operationId = "getAudit",
            summary = "What officers and staff did for data subjects of the account, oldest first")
    public AuditView actions(
            @QueryParam("after") @DefaultValue("0") @PositiveOrZero long after,
            @QueryParam("limit") @DefaultValue(Paging.USUAL) @Min(1) @Max(Paging.MAX) int limit) {
        List<LedgerEntry> entries = ledger.actions(caller.account(), after, limit);
        return new AuditView(
                caller.account(),
                entries.stream().flatMap(AuditedAction::of).toList(),
                Paging.next(entries, limit, LedgerEntry::number));
    }

    /**
     * A page of an account's audit.
     *
     * @param next what to ask {@code after} for the next page; absent on the last
     */
    public record AuditView(AccountId account, List<AuditedAction> actions, Optional<Long> next) {}

    /**
     * That somebody did something.
     *
     * @param entry the number of the ledger's entry that tells it
     * @param request digest of the request's id; absent of what needs no request
     */
    public record AuditedAction(
            long entry, ActingRole by, SubjectAction action, Optional<Digest> request, Instant at) {

        private static Stream<AuditedAction> of(LedgerEntry entry) {
            return entry.fact() instanceof ActionTaken taken
                    ? Stream.of(
                            new AuditedAction(
                                    entry.number(),
                                    taken.by(),
                                    taken.action(),
                                    Optional.ofNullable(taken.request()),
                                    taken.at()))
                    : Stream.empty();
        }
    }
}
