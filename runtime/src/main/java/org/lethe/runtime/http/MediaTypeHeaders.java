package org.lethe.runtime.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;

/**
 * Leaves of a request's media types those that a service could mean.
 *
 * <p>The REST layer remembers every media type that it has ever parsed, in a static map: whatever a
 * client wrote there would stay in memory, and so would who wrote it.
 */
@ApplicationScoped
class MediaTypeHeaders {

    /** What is none of ours; refused as any that does not fit is. */
    static final String OTHER = "application/x-other";

    /** Quarkus' own addresses, such as the document's, are not the REST layer's. */
    private static final String TOOLS = "/q/";

    private static final List<String> BODIES =
            List.of("application/json", "text/plain", "application/octet-stream");

    void register(@Observes Filters filters) {
        filters.register(MediaTypeHeaders::reduce, EveryRequest.EARLY);
    }

    private static void reduce(RoutingContext context) {
        if (!context.normalizedPath().startsWith(TOOLS)) {
            MultiMap headers = context.request().headers();
            AnswerForm.note(context, headers.get(HttpHeaders.ACCEPT));
            reduce(headers);
        }
        context.next();
    }

    private static void reduce(MultiMap headers) {
        if (headers.contains(HttpHeaders.CONTENT_TYPE)) {
            headers.set(HttpHeaders.CONTENT_TYPE, body(headers.get(HttpHeaders.CONTENT_TYPE)));
        }
        // An answer is given in its one form (RFC 9110, 12.4.1), or in one of those that were
        // noted.
        headers.remove(HttpHeaders.ACCEPT);
    }

    /** Without parameters: a text is UTF-8 here, whatever is said of it. */
    static String body(String header) {
        int end = header.indexOf(';');
        String type = end < 0 ? header : header.substring(0, end);
        type = type.strip().toLowerCase(Locale.ROOT);
        return BODIES.contains(type) ? type : OTHER;
    }
}
