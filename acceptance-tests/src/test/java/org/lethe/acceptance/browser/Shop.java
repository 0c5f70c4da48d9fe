package org.lethe.acceptance.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.lethe.stack.layout.StackPaths;

/** A page of somebody else with the widget as it is built, and no suite behind it. */
final class Shop {
    private static final String STATUS =
            """
            {"online":true,"dataUse":{"addresses":true,"transcriptToTeam":true,"transcriptToVisitor":false,
            "offlineMessages":true,"tlsOnly":false,"letterDeadline":"PT1H"}}
            """;

    static final String SCRIPT = scriptOf("acme");

    private static final String SITE = "https://shop.example/";
    private static final String GATEWAY = "https://gateway.example/";
    private static final Path WIDGET = StackPaths.find().root().resolve("web/dist/widget");

    final Page page;

    private boolean isPanelThere = true;

    Shop(Windows windows, int width, int height) {
        page = windows.open(width, height);
        page.route(GATEWAY + "**", this::answer);
    }

    static String scriptOf(String account) {
        return "<script async src=\"%swidget/lethe.js\" data-account=\"%s\"></script>"
                .formatted(GATEWAY, account);
    }

    /**
     * @param policy the page's Content-Security-Policy; empty for none
     */
    Shop show(String head, String body, String policy) {
        String html =
                "<!doctype html><html lang=\"en\"><head><title>Shop</title>%s</head><body>%s</body></html>"
                        .formatted(head, body);
        Map<String, String> headers =
                policy.isEmpty() ? Map.of() : Map.of("Content-Security-Policy", policy);
        page.route(
                SITE + "**",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html")
                                        .setHeaders(headers)
                                        .setBody(html)));
        page.navigate(SITE);
        return this;
    }

    void losesThePanel(boolean lost) {
        isPanelThere = !lost;
    }

    private void answer(Route route) {
        String path = URI.create(route.request().url()).getPath();
        if (path.contains("/panel-") && !isPanelThere) {
            route.abort();
        } else if (path.startsWith("/widget/")) {
            route.fulfill(
                    new Route.FulfillOptions()
                            .setContentType("text/javascript")
                            .setPath(WIDGET.resolve(path.substring("/widget/".length()))));
        } else {
            route.fulfill(
                    new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                            .setBody(STATUS));
        }
    }
}
