package org.lethe.chat.ending;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.DestroyedView;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.Farewell;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.Refusal;

/** Either side ends a chat. */
@Path("/v1/chats/{chat}/end")
@Tag(name = "Chats")
public class EndResource {
    private final EndChat endChat;
    private final ChatStore store;
    private final CurrentCaller caller;

    @Inject
    EndResource(EndChat endChat, ChatStore store, CurrentCaller caller) {
        this.endChat = endChat;
        this.store = store;
        this.caller = caller;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @AllowedCallers({CallerKind.PARTICIPANT, CallerKind.OPERATOR})
    @Operation(
            operationId = "endChat",
            summary = "End a chat: its letters are posted and everything of it is destroyed")
    @APIResponse(
            responseCode = "200",
            description = "It has ended, now or a moment ago",
            content = @Content(schema = @Schema(implementation = Ended.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is ending: somebody else is at it, or many end at once",
            content = @Content(schema = @Schema(implementation = Ended.class)))
    @APIResponse(
            responseCode = "404",
            description =
                    "The caller is not in the chat; once it has ended, nothing tells which"
                            + " operators were")
    @APIResponse(
            responseCode = "410",
            description =
                    "It ended or was erased more than a day ago, or was lost: nothing is left to be"
                            + " told")
    public Response end(@PathParam("chat") ChatId chat) {
        return switch (endChat.end(chat, sideOf(chat))) {
            case EndChat.Over(var farewell) ->
                    Response.ok(
                                    farewell.map(it -> Ended.of(chat, it))
                                            .orElseThrow(() -> new Refusal(ErrorCode.CHAT_ENDED)))
                            .build();
            case EndChat.Ending _ -> Response.accepted(new Ended(null, null)).build();
        };
    }

    /** To everybody who is not in the chat there is nothing here. */
    private EndReason sideOf(ChatId chat) {
        return switch (caller.caller()) {
            case Caller.Participant participant when participant.chat().equals(chat) ->
                    EndReason.VISITOR;
            case Caller.Operator operator
                    when store.isIn(chat, operator.account(), operator.operator()) ->
                    EndReason.OPERATOR;
            default -> throw new Refusal(ErrorCode.NOT_FOUND);
        };
    }

    /** How the chat ended, and what was destroyed with it; empty while it is ending. */
    public record Ended(@Nullable EndReason reason, @Nullable DestroyedView destroyed) {
        private static Ended of(ChatId chat, Farewell farewell) {
            return new Ended(farewell.reason(), farewell.destroyed(chat));
        }
    }
}
