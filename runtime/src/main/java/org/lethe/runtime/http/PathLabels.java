package org.lethe.runtime.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a client wrote out of the metrics, where it would outlive all that it names: a request
 * that reaches no resource would be counted by its own path and its own method, and a call to a URL
 * that somebody else named by that URL.
 */
@Singleton
class PathLabels implements HttpServerMetricsTagsContributor, MeterFilter {

    private static final String SERVER = "http.server.";

    /** What Vert.x counts of the calls that it makes, by address and path of who is called. */
    private static final String CLIENT = "http.client.";

    private static final String PATH = "uri";
    private static final String METHOD = "method";
    private static final String OTHER = "OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Where Quarkus keeps the path's template of a REST resource, and that of any other route. */
    private static final String RESOURCE = "UrlPathTemplate";

    private static final String ROUTE = "VertxRoute";

    @Override
    public Tags contribute(Context request) {
        boolean known =
                request.requestContextLocalData(RESOURCE) != null
                        || isPath(request.requestContextLocalData(ROUTE));
        return known ? Tags.empty() : Tags.of(PATH, OTHER);
    }

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().startsWith(CLIENT) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    /** What the contributor is not asked about: odd methods, and requests that were broken off. */
    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(SERVER)) {
            return id;
        }
        String method = id.getTag(METHOD);
        var tags = Tags.empty();
        if (method != null && !METHODS.contains(method)) {
            tags = tags.and(METHOD, OTHER);
        }
        if ("RESET".equals(id.getTag("status"))) {
            tags = tags.and(PATH, OTHER);
        }
        return id.replaceTags(Tags.of(id.getTags()).and(tags));
    }

    /** Routes that filters and fallbacks are on match any path. */
    private static boolean isPath(@Nullable String route) {
        return route != null && route.length() > 1 && !route.contains("*");
    }
}
