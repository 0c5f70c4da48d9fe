package org.lethe.runtime.sample;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.error.Problem;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.caller.Public;
import org.lethe.runtime.problem.Refusal;

/** Resources as services have them. */
@Path("/v1/sample")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SampleResource {

    private final CurrentCaller caller;

    @Inject
    SampleResource(CurrentCaller caller) {
        this.caller = caller;
    }

    /** What the tests send. */
    public record Note(MessageText text, int count) {}

    /** What the tests get. */
    public record Answer(String account) {}

    /** What a refusal tells beside its code. */
    public record Fewer(int most) {}

    @GET
    @Path("public")
    @Public
    public Answer everybody() {
        return new Answer("nobody's");
    }

    @GET
    @Path("forgotten")
    public Answer withoutAnnotation() {
        return new Answer("never");
    }

    @GET
    @Path("visitor")
    @AllowedCallers(CallerKind.VISITOR)
    public Answer visitor() {
        return new Answer(caller.visitor().account().value());
    }

    @GET
    @Path("chats/{chat}")
    @AllowedCallers({CallerKind.PARTICIPANT, CallerKind.OPERATOR})
    public Answer chat(@PathParam("chat") ChatId chat) {
        if (!((Caller.Participant) caller.caller()).chat().equals(chat)) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        return new Answer(caller.account().value());
    }

    @GET
    @Path("operator")
    @AllowedCallers(CallerKind.OPERATOR)
    public Answer operator() {
        return new Answer(caller.operator().account().value());
    }

    @GET
    @Path("staff")
    @AllowedCallers(CallerKind.STAFF)
    public Answer staff() {
        return new Answer(((Caller.Staff) caller.caller()).operator().value());
    }

    @POST
    @Path("notes")
    @Public
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "409",
            description = "There are too many",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Fewer.class)))
    public Note note(Note note) {
        return note;
    }

    @GET
    @Path("broken")
    @Public
    public Answer broken() {
        throw new IllegalStateException("Vera's secret");
    }
}
