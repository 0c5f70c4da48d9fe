package org.lethe.chat.visitor;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.desk.Boards;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.BearerToken;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.visit.Consent;
import org.lethe.contracts.visit.ConsentGiven;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.caller.TokenIssuer;
import org.lethe.runtime.client.ClientAddresses;
import org.lethe.runtime.problem.Refusal;

/** Visitors ask for chats. */
@Path("/v1/chats")
@Tag(name = "Chats")
public class ChatsResource {
    private final RequestChat requestChat;
    private final Boards boards;
    private final TokenIssuer tokens;
    private final CurrentCaller caller;
    private final ClientAddresses addresses;

    @Inject
    ChatsResource(
            RequestChat requestChat,
            Boards boards,
            TokenIssuer tokens,
            CurrentCaller caller,
            ClientAddresses addresses) {
        this.requestChat = requestChat;
        this.boards = boards;
        this.tokens = tokens;
        this.caller = caller;
        this.addresses = addresses;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @AllowedCallers(CallerKind.VISITOR)
    @Operation(
            operationId = "requestChat",
            summary = "Ask for a chat; who has one gets the same again")
    @APIResponse(
            responseCode = "201",
            description = "The chat waits for an operator, or goes on",
            content = @Content(schema = @Schema(implementation = ChatGranted.class)))
    @APIResponse(
            responseCode = "409",
            description = "No operator is online, or too many are waiting already")
    @APIResponse(responseCode = "410", description = "The visit is destroyed")
    @APIResponse(responseCode = "422", description = "Consent is missing")
    @APIResponse(
            responseCode = "429",
            description = "The visitor, or their address, asked too often")
    public Response request(@Context HttpServerRequest http, ChatRequest body) {
        Caller.Visitor visitor = caller.visitor();
        RequestChat.Granted granted =
                requestChat.request(visitor, addresses.nearest(http), form(body));
        Integer position =
                granted.state() == ChatState.QUEUED
                        ? boards.position(visitor.account(), granted.chat()).orElse(null)
                        : null;
        return Response.status(Response.Status.CREATED)
                .entity(
                        new ChatGranted(
                                granted.chat(),
                                tokens.participantToken(
                                        visitor.account(), granted.chat(), visitor.visit()),
                                granted.state(),
                                position))
                .build();
    }

    private static ChatForm form(ChatRequest body) {
        Consent consent =
                ConsentGiven.consent(body.consent())
                        .orElseThrow(() -> new Refusal(ErrorCode.CONSENT_MISSING));
        return new ChatForm(
                requireNonNullElse(body.name(), ChatForm.GUEST),
                body.email(),
                body.question(),
                consent);
    }

    /** The body of a request for a chat: the form before the chat, and the consent to it. */
    public record ChatRequest(
            @Nullable PersonName name,
            @Nullable EmailAddress email,
            @Nullable QuestionText question,
            @Nullable ConsentGiven consent) {}

    /**
     * The answer to a request for a chat.
     *
     * @param token opens the chat's socket, and what belongs to the chat elsewhere
     * @param position in the queue, from 1
     */
    public record ChatGranted(
            ChatId chat, BearerToken token, ChatState state, @Nullable Integer position) {}
}
