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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;

/** The caller's account's ledger. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerResource {

    private final Ledger ledger;
    private final CurrentCaller caller;

    LedgerResource(Ledger ledger, CurrentCaller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @AllowedCallers({CallerKind.PRIVACY_OFFICER, CallerKind.ADMINISTRATOR, CallerKind.DELEGATE})
    @Operation(
            operationId = "getLedger",
            summary = "What was destroyed for the account: a chain of entries, oldest first")
    public LedgerView entries(
            @QueryParam("after") @DefaultValue("0") @PositiveOrZero long after,
            @QueryParam("limit") @DefaultValue(Paging.USUAL) @Min(1) @Max(Paging.MAX) int limit) {
        List<Leaf> leaves = ledger.leaves(caller.account(), after, limit);
        return new LedgerView(
                caller.account(),
                leaves.stream().map(Entry::of).toList(),
                Paging.next(leaves, limit, leaf -> leaf.entry().number()));
    }

    /**
     * A page of an account's ledger.
     *
     * @param next what to ask {@code after} for the next page; absent on the last
     */
    public record LedgerView(AccountId account, List<Entry> entries, Optional<Long> next) {}

    /**
     * An entry with what binds it to its neighbours.
     *
     * @param digest SHA-256 of the entry's JSON, which the next entry holds as {@code previous}
     * @param index its place in the tree of all accounts' records, from 0
     * @param record what the tree's leaf is the hash of: the record that holds the entry, byte for
     *     byte
     */
    public record Entry(
            long number,
            LedgerFact fact,
            Digest previous,
            Digest digest,
            long index,
            String record) {

        private static Entry of(Leaf leaf) {
            LedgerEntry entry = leaf.entry();
            return new Entry(
                    entry.number(),
                    entry.fact(),
                    entry.previous(),
                    entry.digest(),
                    leaf.index(),
                    leaf.record());
        }
    }
}
