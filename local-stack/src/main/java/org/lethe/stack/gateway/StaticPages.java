package org.lethe.stack.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;
import java.util.Map;

/** The console's page, the widget's scripts, and the documents of the interfaces. */
final class StaticPages {

    private static final FrontEndHeaders TOLD = FrontEndHeaders.load();

    private StaticPages() {}

    static void mount(Router router, Path web) {
        router.get("/").handler(context -> redirect(context, "/console/"));
        router.getWithRegex("/console").handler(context -> redirect(context, "/console/"));
        router.getWithRegex("/console/.*").handler(StaticPages::console);
        router.getWithRegex("/(widget|docs)/.*").handler(StaticPages::shared);
        router.getWithRegex("/(console|widget|docs)/.*").handler(new CompressedFiles(web)::handle);
        // The folders lie in one, under the names that they have in addresses.
        router.getWithRegex("/(console|widget|docs)/.*")
                .handler(
                        StaticHandler.create(FileSystemAccess.ROOT, web.toString())
                                .setCachingEnabled(false)
                                .setDirectoryListing(false)
                                .setIncludeHidden(false)
                                .setIndexPage("index.html"));
    }

    private static void console(RoutingContext context) {
        answer(context, TOLD.console());
    }

    private static void shared(RoutingContext context) {
        answer(context, TOLD.shared());
    }

    private static void answer(RoutingContext context, Map<String, String> headers) {
        context.addHeadersEndHandler(answered -> keep(context));
        headers.forEach(context.response()::putHeader);
        context.next();
    }

    private static void keep(RoutingContext context) {
        boolean isThere = context.response().getStatusCode() < 400;
        context.response()
                .putHeader(
                        HttpHeaders.CACHE_CONTROL,
                        TOLD.cache().of(isThere, context.normalizedPath()));
    }

    private static void redirect(RoutingContext context, String path) {
        context.response().setStatusCode(302).putHeader("Location", path).end();
    }
}
