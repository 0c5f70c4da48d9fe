package org.lethe.gdpr.head;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.tree.ConsistencyProof;
import org.lethe.contracts.tree.InclusionProof;
import org.lethe.runtime.caller.Public;
import org.lethe.runtime.limit.AddressLimits;
import org.lethe.runtime.limit.Limit;

/** Proofs about the ledger's tree, for everybody: they consist of hashes. */
@Path("/v1/ledger/proof")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class ProofResource {

    private final TreeProofs proofs;
    private final AddressLimits limits;

    ProofResource(TreeProofs proofs, AddressLimits limits) {
        this.proofs = proofs;
        this.limits = limits;
    }

    @GET
    @Path("/inclusion")
    @Public
    @RunOnVirtualThread
    @Operation(
            operationId = "getInclusionProof",
            summary = "That a record is in the tree of a size, as RFC 9162 proves it")
    @APIResponse(responseCode = "200", description = "The proof")
    @APIResponse(responseCode = "404", description = "The tree has no such leaf or size")
    @APIResponse(responseCode = "409", description = "The ledger is not what its tree was made of")
    @APIResponse(responseCode = "429", description = "Too much was fetched from this address")
    public InclusionProof inclusion(
            @QueryParam("entry") @NotNull @PositiveOrZero Long entry,
            @QueryParam("size") @NotNull @Positive Long size,
            @Context HttpServerRequest request) {
        limits.require(Limit.LEDGER_PROOFS_PER_ADDRESS, request);
        return proofs.inclusion(entry, size);
    }

    @GET
    @Path("/consistency")
    @Public
    @RunOnVirtualThread
    @Operation(
            operationId = "getConsistencyProof",
            summary = "That the tree of a size has grown from a smaller one, as RFC 9162 proves it")
    @APIResponse(responseCode = "200", description = "The proof")
    @APIResponse(responseCode = "404", description = "The tree has no such sizes")
    @APIResponse(responseCode = "409", description = "The ledger is not what its tree was made of")
    @APIResponse(responseCode = "429", description = "Too much was fetched from this address")
    public ConsistencyProof consistency(
            @QueryParam("from") @NotNull @PositiveOrZero Long from,
            @QueryParam("to") @NotNull @PositiveOrZero Long to,
            @Context HttpServerRequest request) {
        limits.require(Limit.LEDGER_PROOFS_PER_ADDRESS, request);
        return proofs.consistency(from, to);
    }
}
