package org.lethe.chat.offline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.visit.ConsentGiven;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.caller.Origins;
import org.lethe.runtime.caller.Public;
import org.lethe.runtime.client.ClientAddresses;
import org.lethe.runtime.problem.Refusal;

/** Takes messages while no operator is online. */
@Path("/v1/offline-messages")
@Tag(name = "Offline messages")
public class OfflineMessagesResource {
    private final LeaveMessage leaveMessage;
    private final AccountDirectory accounts;
    private final Origins origins;
    private final ClientAddresses addresses;

    @Inject
    OfflineMessagesResource(
            LeaveMessage leaveMessage,
            AccountDirectory accounts,
            Origins origins,
            ClientAddresses addresses) {
        this.leaveMessage = leaveMessage;
        this.accounts = accounts;
        this.origins = origins;
        this.addresses = addresses;
    }

    /** Needs no token, but a page that is on the account's list. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @RunOnVirtualThread
    @Public
    @Operation(
            operationId = "leaveMessage",
            summary = "Leave a message; it goes to the account by mail and is kept nowhere")
    @APIResponse(
            responseCode = "202",
            description = "The message is on its way",
            content = @Content(schema = @Schema(implementation = MessageLeft.class)))
    @APIResponse(responseCode = "403", description = "The page is not on the account's list")
    @APIResponse(responseCode = "409", description = "The account takes no offline messages")
    @APIResponse(responseCode = "422", description = "Consent is missing")
    @APIResponse(responseCode = "429", description = "Too many were left from this address")
    public MessageLeft leave(
            @Parameter(hidden = true) @HeaderParam("Origin") @Nullable String origin,
            @Context HttpServerRequest http,
            OfflineMessage body) {
        origins.checkSite(origin, body.account());
        if (ConsentGiven.consent(body.consent()).isEmpty()) {
            throw new Refusal(ErrorCode.CONSENT_MISSING);
        }
        var words = new LeaveMessage.Words(body.name(), body.email(), body.message());
        ClientMessageId id = body.id();
        ReferenceNumber number =
                leaveMessage.leave(
                        accounts.require(body.account()),
                        id == null ? ClientMessageId.of(UUID.randomUUID().toString()) : id,
                        words,
                        new LeaveMessage.Sender(addresses.nearest(http), addresses.find(http)));
        return new MessageLeft(number);
    }

    /**
     * A message that is on its way.
     *
     * @param reference finds its letters while there are any, and nothing afterwards
     */
    public record MessageLeft(ReferenceNumber reference) {}

    /**
     * The body of a message that is left while no operator is online.
     *
     * @param id sending it again with the same id adds nothing
     */
    public record OfflineMessage(
            AccountId account,
            @Nullable ClientMessageId id,
            PersonName name,
            EmailAddress email,
            MessageText message,
            @Nullable ConsentGiven consent) {}
}
