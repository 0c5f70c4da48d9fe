package org.lethe.file.upload;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.FileName;
import org.lethe.file.access.ChatAccess;
import org.lethe.file.access.FileAccess;
import org.lethe.file.access.OpenStream;
import org.lethe.file.access.OpenStreams;
import org.lethe.file.access.StreamKind;
import org.lethe.file.type.SafeName;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.ProblemResponses;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.stream.ClientStream;

/** Files come in here. */
@Path("/v1/chats/{chat}/files")
@Tag(name = "Files")
public class UploadResource {

    private static final Log LOG = Log.of(UploadResource.class);

    private final FileAccess access;
    private final FileUpload upload;
    private final OpenStreams streams;
    private final UploadSettings config;
    private final CurrentCaller caller;

    @Inject
    UploadResource(
            FileAccess access,
            FileUpload upload,
            OpenStreams streams,
            UploadSettings config,
            CurrentCaller caller) {
        this.access = access;
        this.upload = upload;
        this.streams = streams;
        this.config = config;
        this.caller = caller;
    }

    /** Takes a file into a chat; its type is found from its bytes. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @AllowedCallers({CallerKind.PARTICIPANT, CallerKind.OPERATOR})
    @RunOnVirtualThread
    @Operation(
            operationId = "uploadFile",
            summary = "Take a file into a chat; its type is found from its bytes")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "The file as it can be named in a message",
            content = @Content(schema = @Schema(implementation = FileView.class)))
    @APIResponse(responseCode = "404", description = "No such chat, or the caller is not in it")
    @APIResponse(responseCode = "408", description = "The file came too slowly")
    @APIResponse(
            responseCode = "409",
            description = "Nobody has accepted the chat, or it has as many files as it may have")
    @APIResponse(responseCode = "410", description = "The chat has ended")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "415", description = "Files of this type are not accepted")
    @APIResponse(responseCode = "422", description = "The file is empty")
    @APIResponse(
            responseCode = "429",
            description = "Too many uploads run already, or the account took too much at a time")
    public Response upload(
            @PathParam("chat") ChatId chat,
            @Parameter(description = "The file's name, percent-encoded UTF-8", required = true)
                    @HeaderParam("Lethe-File-Name")
                    @Nullable String name,
            InputStream body,
            @Context HttpServerRequest request) {
        ClientStream client = ClientStream.from(request.connection());
        try (OpenStream stream = streams.begin(chat, StreamKind.UPLOAD, client);
                ChatAccess granted = access.open(caller.caller(), chat)) {
            requireRoom(chat);
            FileView file = upload.take(granted, decoded(name), announced(request), body, stream);
            URI location =
                    URI.create("/v1/chats/" + chat.value() + "/files/" + file.file().value());
            return Response.created(location).entity(file).build();
        } catch (Refusal refusal) {
            return refused(refusal.code());
        } catch (SenderGoneException e) {
            return refused(ErrorCode.MALFORMED);
        } catch (IOException e) {
            LOG.error("a file could not be stored", e, LogKey.SCOPE.of(chat));
            return refused(ErrorCode.UNAVAILABLE);
        }
    }

    private void requireRoom(ChatId chat) {
        if (streams.count(chat, StreamKind.UPLOAD) > config.perChat()) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
        if (streams.count(StreamKind.UPLOAD) > config.atOnce()) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    /** What is left of the body is not worth reading, so the connection can't be used again. */
    private static Response refused(ErrorCode code) {
        return Response.fromResponse(ProblemResponses.of(code))
                .header("Connection", "close")
                .build();
    }

    private long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // What a framework let through is a number.
        return length == null ? config.maxSize() : Long.parseLong(length);
    }

    private static FileName decoded(@Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(SafeName::decode)
                .orElseThrow(() -> new Refusal(ErrorCode.MALFORMED));
    }
}
