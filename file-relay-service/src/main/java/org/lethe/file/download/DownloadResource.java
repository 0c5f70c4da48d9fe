package org.lethe.file.download;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.stream.ClientStream;
import org.lethe.runtime.stream.StreamedAnswer;

/** Files go out here, as downloads that no browser opens in the page. */
@Path("/v1/chats/{chat}/files/{file}")
@Tag(name = "Files")
@AllowedCallers({CallerKind.PARTICIPANT, CallerKind.OPERATOR})
public class DownloadResource {

    private static final Log LOG = Log.of(DownloadResource.class);

    private final FileDownload download;
    private final CurrentCaller caller;
    private final RoutingContext routing;

    @Inject
    DownloadResource(FileDownload download, CurrentCaller caller, RoutingContext routing) {
        this.download = download;
        this.caller = caller;
        this.routing = routing;
    }

    /** Tells size, type and name of a file. */
    @HEAD
    @RunOnVirtualThread
    @Operation(operationId = "describeFile", summary = "Tell size, type and name of a file")
    @APIResponse(responseCode = "200", description = "In the headers")
    @APIResponse(
            responseCode = "404",
            description = "No such file, or the caller is not in its chat")
    @APIResponse(responseCode = "410", description = "The chat has ended")
    public Response head(@PathParam("chat") ChatId chat, @PathParam("file") FileId file) {
        FileNote note = download.note(caller.caller(), chat, file);
        return FileHeaders.of(file, note, new ByteRange.Whole(note.size())).build();
    }

    /** Hands out a file, or the part of it that {@code Range} asks for. */
    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "downloadFile",
            summary = "Hand out a file, or the part of it that Range asks for")
    @APIResponse(
            responseCode = "200",
            description = "All of it, as a download",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part that was asked for",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "404",
            description = "No such file, or the caller is not in its chat")
    @APIResponse(responseCode = "410", description = "The chat has ended")
    @APIResponse(responseCode = "429", description = "Too many downloads run already")
    @APIResponse(responseCode = "416", description = "The file has no such part")
    public Response get(
            @PathParam("chat") ChatId chat,
            @PathParam("file") FileId file,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String condition) {
        boolean applies = condition == null || condition.equals(FileHeaders.etag(file));
        try {
            return answer(file, open(chat, file), applies ? range : null);
        } catch (IOException e) {
            LOG.error("a file could not be read", e, LogKey.SCOPE.of(chat));
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    private OpenFile open(ChatId chat, FileId file) throws IOException {
        OpenFile opened = download.open(caller.caller(), chat, file, ClientStream.to(routing));
        // However the answer ends, also before its first byte, the file is let go.
        routing.addEndHandler(done -> close(opened));
        return opened;
    }

    private Response answer(FileId file, OpenFile opened, @Nullable String range) {
        ByteRange wanted = ByteRange.of(range, opened.note().size());
        Response.ResponseBuilder response = FileHeaders.of(file, opened.note(), wanted);
        return switch (wanted) {
            case ByteRange.Whole whole ->
                    response.entity(streamed(new ClearBytes(opened, 0, whole.size()))).build();
            case ByteRange.Part part ->
                    response.entity(streamed(new ClearBytes(opened, part.first(), part.length())))
                            .build();
            case ByteRange.Unsatisfiable _ -> response.build();
        };
    }

    private StreamedAnswer streamed(ClearBytes bytes) {
        return new StreamedAnswer(bytes.file().stream().client(), routing.response(), bytes);
    }

    private static void close(OpenFile opened) {
        try {
            opened.close();
        } catch (IOException e) {
            LOG.warn("a file could not be closed", e);
        }
    }
}
