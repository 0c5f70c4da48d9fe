package org.lethe.gdpr.head;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.SignedHead;
import org.lethe.gdpr.ledger.Paging;
import org.lethe.runtime.caller.Public;
import org.lethe.runtime.limit.AddressLimits;
import org.lethe.runtime.limit.Limit;

/** The signed heads of the ledger's tree, for everybody: they hold a count, a time and a digest. */
@Path("/v1/ledger/heads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class HeadsResource {

    private final TreeHeads heads;
    private final HeadLog log;
    private final AddressLimits limits;

    HeadsResource(TreeHeads heads, HeadLog log, AddressLimits limits) {
        this.heads = heads;
        this.log = log;
        this.limits = limits;
    }

    @GET
    @Public
    @RunOnVirtualThread
    @Operation(
            operationId = "getLedgerHeads",
            summary = "The signed heads of the ledger's tree, oldest first")
    @APIResponse(responseCode = "200", description = "A page of heads")
    @APIResponse(responseCode = "429", description = "Too much was fetched from this address")
    public HeadsView heads(
            @QueryParam("from") @DefaultValue("0") @PositiveOrZero @Max(Integer.MAX_VALUE)
                    long from,
            @QueryParam("limit") @DefaultValue(Paging.USUAL) @Min(1) @Max(Paging.MAX) int limit,
            @Context HttpServerRequest request) {
        limits.require(Limit.LEDGER_PROOFS_PER_ADDRESS, request);
        HeadLog.Page page = log.from(from, limit);
        return new HeadsView(page.heads().stream().map(HeadView::of).toList(), page.next());
    }

    @GET
    @Path("/latest")
    @Public
    @RunOnVirtualThread
    @Operation(
            operationId = "getLatestLedgerHead",
            summary = "The newest signed head of the ledger's tree")
    @APIResponse(responseCode = "200", description = "The newest head")
    @APIResponse(responseCode = "429", description = "Too much was fetched from this address")
    public HeadView latest(@Context HttpServerRequest request) {
        limits.require(Limit.LEDGER_PROOFS_PER_ADDRESS, request);
        return HeadView.of(heads.newest());
    }

    /**
     * A page of heads.
     *
     * @param next what to ask {@code from} for what is after it; absent when nothing is. A page can
     *     be without heads and have one, where something else stands between them
     */
    public record HeadsView(List<HeadView> heads, Optional<Long> next) {}

    /**
     * A head: what it says, and the signed text that counts.
     *
     * @param number its place among all heads, from 0
     * @param size how many records the ledger had
     * @param root of the Merkle tree over them (RFC 9162, SHA-256)
     * @param jws to be verified with the keys at {@code /.well-known/jwks.json}
     */
    public record HeadView(long number, long size, Digest root, Instant at, SignedHead jws) {

        private static HeadView of(PublishedHead head) {
            return new HeadView(
                    head.number(),
                    head.head().size(),
                    head.head().root(),
                    head.head().at(),
                    head.signed());
        }
    }
}
