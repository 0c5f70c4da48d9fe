package org.lethe.file.download;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.id.FileId;

/**
 * The headers of a download.
 *
 * <p>That no page may run it, show it or keep it is said with every answer of this service, by its
 * configuration.
 */
final class FileHeaders {

    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private FileHeaders() {}

    static Response.ResponseBuilder of(FileId file, FileNote note, ByteRange range) {
        return switch (range) {
            case ByteRange.Whole whole -> content(Response.ok(), file, note, whole.size());
            case ByteRange.Part part ->
                    content(Response.status(PARTIAL_CONTENT), file, note, part.length())
                            .header("Content-Range", part.contentRange());
            case ByteRange.Unsatisfiable none ->
                    Response.status(RANGE_NOT_SATISFIABLE)
                            .header("Content-Range", none.contentRange());
        };
    }

    /** A file never changes under its id. */
    static String etag(FileId file) {
        return "\"" + file.value() + "\"";
    }

    private static Response.ResponseBuilder content(
            Response.ResponseBuilder response, FileId file, FileNote note, long length) {
        return response.header(HttpHeaders.CONTENT_TYPE, note.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(note.name()))
                .header(HttpHeaders.ETAG, etag(file))
                .header("Accept-Ranges", "bytes");
    }
}
