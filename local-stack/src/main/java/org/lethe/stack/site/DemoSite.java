package org.lethe.stack.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lethe.stack.process.LauncherThreads;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Ports;

/**
 * Serves a made-up shop as the first account's site at {@code /}, and as any other account's at
 * {@code /<account>/}.
 */
public final class DemoSite implements AutoCloseable {

    private static final Pattern PATH =
            Pattern.compile("/(?:(?<account>[a-z][a-z0-9-]+)/)?(?<file>[a-z][a-z0-9.-]*)?");
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png");

    private final HttpServer server;
    private final ExecutorService threads = LauncherThreads.forEachTask();
    private final Path pages;
    private final URI gateway;
    private final List<String> accounts;

    private DemoSite(HttpServer server, Path pages, URI gateway, List<String> accounts) {
        this.server = server;
        this.pages = pages;
        this.gateway = gateway;
        this.accounts = List.copyOf(accounts);
    }

    /**
     * @param pages the built pages; they name {@code {{gateway}}} and {@code {{account}}}
     * @param accounts the first is the site's at {@code /}
     */
    public static DemoSite start(int port, Path pages, URI gateway, List<String> accounts) {
        Ports.requireFree("demo site", port);
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var site = new DemoSite(server, pages, gateway, accounts);
            server.setExecutor(site.threads);
            server.createContext("/", site::handle);
            server.start();
            return site;
        } catch (IOException e) {
            throw new PartFailure("demo site", "can't listen on port " + port, e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (accounts.contains(path.substring(1))) {
                // The pages' links are relative to a folder.
                exchange.getResponseHeaders().set("Location", path + "/");
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            Optional<Page> page = page(path);
            if (page.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = page.get().body();
            exchange.getResponseHeaders().set("Content-Type", page.get().type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private record Page(String type, byte[] body) {}

    private Optional<Page> page(String path) throws IOException {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String account = Optional.ofNullable(matcher.group("account")).orElse(accounts.getFirst());
        String name = Optional.ofNullable(matcher.group("file")).orElse("index.html");
        Path file = pages.resolve(name);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (!accounts.contains(account) || type == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] body = Files.readAllBytes(file);
        return Optional.of(new Page(type, name.endsWith(".html") ? filled(body, account) : body));
    }

    private byte[] filled(byte[] page, String account) {
        return new String(page, StandardCharsets.UTF_8)
                .replace("{{gateway}}", gateway.toString())
                .replace("{{account}}", account)
                .getBytes(StandardCharsets.UTF_8);
    }
}
