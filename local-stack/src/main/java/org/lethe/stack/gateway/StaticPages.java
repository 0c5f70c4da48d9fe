package org.lethe.stack.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The console's page, the widget's scripts, and the documents of the interfaces. */
final class StaticPages {

    /** The console needs nothing from anywhere else, and nobody may frame it. */
    private static final String CONSOLE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
                    + " media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self';"
                    + " frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** What other people's pages and tools read; opened as pages these files may do nothing. */
    private static final String PUBLIC = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /** A name with a hash in it, ours or esbuild's, never means another content. */
    private static final Pattern HASHED =
            Pattern.compile(".*-([0-9a-f]{10}|[0-9A-Z]{8})\\.(js|css)");

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
        headers(context)
                .putHeader("Content-Security-Policy", CONSOLE)
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        context.next();
    }

    private static void shared(RoutingContext context) {
        headers(context)
                .putHeader("Content-Security-Policy", PUBLIC)
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader("Access-Control-Allow-Origin", "*");
        context.next();
    }

    private static HttpServerResponse headers(RoutingContext context) {
        context.addHeadersEndHandler(answered -> keep(context));
        return context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(
                        "Permissions-Policy",
                        "camera=(), microphone=(), geolocation=(), interest-cohort=()");
    }

    private static void keep(RoutingContext context) {
        boolean isThere = context.response().getStatusCode() < 400;
        boolean isForGood = isThere && HASHED.matcher(context.normalizedPath()).matches();
        context.response()
                .putHeader(
                        HttpHeaders.CACHE_CONTROL,
                        isForGood ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static void redirect(RoutingContext context, String path) {
        context.response().setStatusCode(302).putHeader("Location", path).end();
    }
}
