package org.lethe.gdpr.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.gdpr.receipt.DestroyedChats.Destroyed;
import org.lethe.runtime.caller.Public;
import org.lethe.runtime.limit.AddressLimits;
import org.lethe.runtime.limit.Limit;
import org.lethe.runtime.problem.Refusal;

/** Receipts of chats that are over, for whoever has the number: it can't be guessed. */
@Path("/v1/receipts/chats/{receipt}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receipts")
public class ChatReceiptResource {

    private final DestroyedChats chats;
    private final ReceiptSigner signer;
    private final AddressLimits limits;

    ChatReceiptResource(DestroyedChats chats, ReceiptSigner signer, AddressLimits limits) {
        this.chats = chats;
        this.signer = signer;
        this.limits = limits;
    }

    @GET
    @Public
    @RunOnVirtualThread
    @Operation(
            operationId = "getChatReceipt",
            summary = "A signed receipt for a chat's destruction, for up to 24 hours after it")
    @APIResponse(responseCode = "200", description = "The store was asked, and has nothing of it")
    @APIResponse(responseCode = "404", description = "The number is not known, or no longer")
    @APIResponse(responseCode = "429", description = "Too many were fetched from this address")
    public ChatReceiptView receipt(
            @PathParam("receipt") ChatReceiptId id, @Context HttpServerRequest request) {
        limits.require(Limit.CHAT_RECEIPTS_PER_ADDRESS, request);
        Destroyed found = chats.find(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
        ChatReceipt receipt = found.receipt();
        return new ChatReceiptView(
                id,
                receipt.farewell().reason(),
                receipt.farewell().messages(),
                receipt.farewell().files(),
                receipt.farewell().at(),
                receipt.readBack(),
                found.until(),
                sign(receipt));
    }

    private SignedReceipt sign(ChatReceipt receipt) {
        try {
            return signer.sign(receipt.claims());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a receipt that can't be signed", e);
        }
    }

    /**
     * A receipt of a chat: what it says in short, and the signed text that counts.
     *
     * @param effective when keys and contents were destroyed
     * @param readBack when the store was asked for them, and had none
     * @param until until then the number is known here; the signed text is valid without us
     * @param jws to be verified with the keys at {@code /.well-known/jwks.json}
     */
    public record ChatReceiptView(
            ChatReceiptId receipt,
            EndReason reason,
            int messages,
            int files,
            Instant effective,
            Instant readBack,
            Instant until,
            SignedReceipt jws) {}
}
