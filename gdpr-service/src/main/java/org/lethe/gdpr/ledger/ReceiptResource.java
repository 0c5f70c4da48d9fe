package org.lethe.gdpr.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.receipt.ReceiptReader;
import org.lethe.gdpr.subject.Digests;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.Refusal;

/** Receipts, for the account and for the person whom one is about. */
@Path("/v1/receipts/{receipt}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receipts")
public class ReceiptResource {

    private final Ledger ledger;
    private final ReceiptReader reader;
    private final CurrentCaller caller;

    ReceiptResource(Ledger ledger, ReceiptReader reader, CurrentCaller caller) {
        this.ledger = ledger;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @AllowedCallers({
        CallerKind.PRIVACY_OFFICER,
        CallerKind.ADMINISTRATOR,
        CallerKind.VISITOR,
        CallerKind.PARTICIPANT
    })
    @Operation(operationId = "getReceipt", summary = "A signed receipt and its place in the ledger")
    public ReceiptView receipt(@PathParam("receipt") String id) {
        LedgerEntry entry =
                ledger.ofReceipt(parse(id)).filter(this::isForCaller).orElseThrow(this::nothing);
        return ReceiptView.of(entry);
    }

    private boolean isForCaller(LedgerEntry entry) {
        return entry.account().equals(caller.account())
                && entry.fact() instanceof SubjectErased erased
                && switch (caller.caller()) {
                    case Caller.Visitor visitor -> isAbout(erased, visitor.visit());
                    case Caller.Participant participant ->
                            isAbout(erased, participant.visit())
                                    || isAbout(erased, participant.chat());
                    case Caller.Operator _ -> true;
                    case Caller.Staff _ -> false;
                };
    }

    private boolean isAbout(SubjectErased erased, ScopeId scope) {
        return reader.scopes(erased.signed()).contains(Digests.of(scope));
    }

    private ReceiptId parse(String id) {
        try {
            return new ReceiptId(id);
        } catch (InvalidIdException _) {
            throw nothing();
        }
    }

    private Refusal nothing() {
        return new Refusal(ErrorCode.NOT_FOUND);
    }
}
