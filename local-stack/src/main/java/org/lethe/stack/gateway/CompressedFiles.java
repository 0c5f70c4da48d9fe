package org.lethe.stack.gateway;

import io.vertx.core.file.FileProps;
import io.vertx.core.file.FileSystem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sends files as they lie compressed beside the plain ones, to clients that take them so.
 *
 * <p>Nothing else is compressed, on purpose. An answer that is made for a request may hold a secret
 * beside a text that somebody else chose: a token, a session or another visitor's words beside an
 * attacker's. How short such an answer becomes tells what is in it, encrypted or not (BREACH). A
 * file was compressed when it was built, and holds nothing of anybody.
 */
final class CompressedFiles {

    private static final String INDEX = "index.html";

    private final Path web;

    CompressedFiles(Path web) {
        this.web = web.toAbsolutePath().normalize();
    }

    /** How a file lies beside the plain one; the shorter first. */
    private enum Coding {
        BR,
        GZ;

        /** Its name in HTTP. */
        String token() {
            return this == BR ? "br" : "gzip";
        }

        String suffix() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        /** Those that a client takes; what it gives the weight 0 it refuses. */
        static List<Coding> of(@Nullable String accepted) {
            List<String> taken =
                    Arrays.stream(accepted == null ? new String[0] : accepted.split(","))
                            .map(each -> each.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
                            .filter(each -> !each.matches(".*;q=0(\\.0*)?"))
                            .map(each -> each.split(";", 2)[0])
                            .toList();
            return Arrays.stream(values()).filter(each -> taken.contains(each.token())).toList();
        }
    }

    void handle(RoutingContext context) {
        context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String asked = context.normalizedPath().substring(1);
        Path plain = web.resolve(asked.endsWith("/") ? asked + INDEX : asked).normalize();
        if (!plain.startsWith(web)) {
            context.next();
            return;
        }
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        sendFirst(context, plain, Coding.of(accepted).iterator());
    }

    private static void sendFirst(RoutingContext context, Path plain, Iterator<Coding> codings) {
        if (!codings.hasNext()) {
            context.next();
            return;
        }
        Coding coding = codings.next();
        FileSystem files = context.vertx().fileSystem();
        files.props(plain + coding.suffix())
                .onSuccess(file -> send(context, plain, coding, file))
                .onFailure(missing -> sendFirst(context, plain, codings));
    }

    private static void send(RoutingContext context, Path plain, Coding coding, FileProps file) {
        HttpServerResponse response = context.response();
        if (!file.isRegularFile()) {
            context.next();
            return;
        }
        String type = MimeMapping.getMimeTypeForFilename(plain.getFileName().toString());
        String tag = "\"" + file.lastModifiedTime() + "-" + file.size() + coding.suffix() + "\"";
        response.putHeader(HttpHeaders.ETAG, tag);
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_ENCODING, coding.token())
                .putHeader(HttpHeaders.CONTENT_TYPE, withCharset(type))
                .sendFile(plain + coding.suffix())
                .onFailure(gone -> context.fail(404));
    }

    private static String withCharset(@Nullable String type) {
        String known = type == null ? "application/octet-stream" : type;
        return known.startsWith("text/") ? known + ";charset=UTF-8" : known;
    }
}
