package org.lethe.gdpr.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.gdpr.head.TreeHeads;
import org.lethe.gdpr.head.TreeProofs;
import org.lethe.gdpr.ledger.Leaf;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.subject.Digests;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
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

    private static final Log LOG = Log.of(ReceiptResource.class);

    private final Ledger ledger;
    private final Receipts receipts;
    private final TreeHeads heads;
    private final TreeProofs proofs;
    private final CurrentCaller caller;

    ReceiptResource(
            Ledger ledger,
            Receipts receipts,
            TreeHeads heads,
            TreeProofs proofs,
            CurrentCaller caller) {
        this.ledger = ledger;
        this.receipts = receipts;
        this.heads = heads;
        this.proofs = proofs;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @AllowedCallers({
        CallerKind.PRIVACY_OFFICER,
        CallerKind.ADMINISTRATOR,
        CallerKind.DELEGATE,
        CallerKind.VISITOR,
        CallerKind.PARTICIPANT
    })
    @Operation(operationId = "getReceipt", summary = "A signed receipt and its place in the ledger")
    public ReceiptView receipt(@PathParam("receipt") String id) {
        Leaf leaf = ledger.leafOf(parse(id)).orElseThrow(this::nothing);
        LedgerEntry entry = leaf.entry();
        if (entry.account().equals(caller.account())
                && entry.fact() instanceof SubjectErased erased
                && isForCaller(erased)) {
            return new ReceiptView(
                    erased.receipt(),
                    entry.account(),
                    erased.received(),
                    erased.effective(),
                    erased.completed(),
                    erased.scopes(),
                    erased.signed(),
                    entry.number(),
                    entry.digest(),
                    position(leaf));
        }
        throw nothing();
    }

    /** Without a head the receipt is what it was, and its place can be asked for later. */
    private Optional<Position> position(Leaf leaf) {
        try {
            return Optional.of(Position.of(leaf, heads, proofs));
        } catch (Refusal refusal) {
            LOG.warn("a receipt goes without its place", LogKey.CODE.of(refusal.code()));
            return Optional.empty();
        }
    }

    private boolean isForCaller(SubjectErased erased) {
        return switch (caller.caller()) {
            case Caller.Visitor visitor -> isAbout(erased, visitor.visit());
            case Caller.Participant participant ->
                    isAbout(erased, participant.visit()) || isAbout(erased, participant.chat());
            case Caller.Operator _, Caller.Delegate _ -> true;
            case Caller.Staff _ -> false;
        };
    }

    private boolean isAbout(SubjectErased erased, ScopeId scope) {
        return receipts.scopes(erased.signed()).contains(Digests.of(scope));
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

    /**
     * A receipt: what it says in short, and the signed text that counts.
     *
     * @param jws to be verified with the keys at {@code /.well-known/jwks.json}
     * @param entry its number in the account's ledger
     * @param digest of that entry
     * @param position its place in the tree of the ledger; absent while no head can be signed
     */
    public record ReceiptView(
            ReceiptId receipt,
            AccountId account,
            Instant received,
            Instant effective,
            Instant completed,
            Map<ScopeKind, Integer> destroyed,
            SignedReceipt jws,
            long entry,
            Digest digest,
            Optional<Position> position) {}
}
