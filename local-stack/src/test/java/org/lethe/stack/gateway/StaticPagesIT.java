package org.lethe.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.stack.process.Ports;

/** What the gateway has itself; no service stands behind it here. */
class StaticPagesIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Gateway gateway;

    @BeforeAll
    static void start(@TempDir Path web) throws Exception {
        Map<Target, Integer> ports = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            ports.put(target, Ports.free());
        }
        Files.createDirectories(web.resolve("console"));
        Files.createDirectories(web.resolve("widget"));
        Files.writeString(web.resolve("console/index.html"), "<title>console</title>");
        Files.createDirectories(web.resolve("docs"));
        Files.writeString(web.resolve("docs/openapi-chat.yaml"), "openapi: 3.1.0");
        Files.writeString(web.resolve("widget/lethe.js"), "widget()");
        Files.writeString(web.resolve("widget/lethe.js.br"), "as brotli");
        Files.writeString(web.resolve("widget/lethe.js.gz"), "as gzip");
        Files.writeString(web.resolve("widget/panel-0123456789.js"), "panel()");
        Files.writeString(web.resolve("widget/panel-0123456789.js.gz"), "panel as gzip");
        Files.writeString(web.resolve("console/index.html.br"), "page as brotli");
        gateway = Gateway.start(new GatewaySettings(Ports.free(), ports, web, Optional.empty()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void servesTheDocumentsOfTheInterfacesToEverybody() throws Exception {
        HttpResponse<String> document = get("/docs/openapi-chat.yaml");

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body()).contains("openapi");
        assertThat(document.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(document.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
    }

    @Test
    void letsBrowsersKeepWhatIsNamedByItsContent() throws IOException, InterruptedException {
        assertThat(get("/widget/panel-0123456789.js").headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=31536000, immutable");
        for (String path :
                List.of("/widget/lethe.js", "/console/", "/widget/panel-9876543210.js")) {
            assertThat(get(path).headers().firstValue("Cache-Control")).hasValue("no-cache");
        }
    }

    @Test
    void sendsFilesAsTheyLieCompressedToWhoTakesThemSo() throws Exception {
        HttpResponse<String> best = get("/widget/lethe.js", "gzip, deflate, br;q=0.9, zstd");

        assertThat(best.body()).isEqualTo("as brotli");
        assertThat(best.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(best.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
        assertThat(best.headers().firstValue("Vary")).hasValue("accept-encoding");
        assertThat(best.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(best.headers().firstValue("Cross-Origin-Resource-Policy"))
                .hasValue("cross-origin");
        assertThat(get("/widget/lethe.js", "br;q=0, GZIP").body()).isEqualTo("as gzip");
        assertThat(get("/widget/lethe.js", "identity").body()).isEqualTo("widget()");
        assertThat(get("/console/", "br").body()).isEqualTo("page as brotli");
        HttpResponse<String> kept = get("/widget/panel-0123456789.js", "br, gzip");
        assertThat(kept.body()).isEqualTo("panel as gzip");
        assertThat(kept.headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=31536000, immutable");
        assertThat(get("/console/none.js", "br").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsNoFileAgainThatABrowserHas() throws Exception {
        String tag = get("/widget/lethe.js", "br").headers().firstValue("ETag").orElseThrow();
        var again =
                request("/widget/lethe.js")
                        .header("Accept-Encoding", "br")
                        .header("If-None-Match", tag);

        assertThat(send(again).statusCode()).isEqualTo(304);
        assertThat(get("/widget/lethe.js", "gzip").headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(Optional.of(tag));
    }

    @Test
    void servesConsoleAndWidgetWithTheirPolicies() throws Exception {
        HttpResponse<String> console = get("/console/");
        HttpResponse<String> widget = get("/widget/lethe.js");

        assertThat(console.statusCode()).isEqualTo(200);
        assertThat(console.body()).contains("console");
        assertThat(get("/console/none.js").statusCode()).isEqualTo(404);
        assertThat(get("/console/none.js").body()).contains("not-found");
        assertThat(console.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy)
                                .contains("default-src 'none'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"));
        assertThat(console.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(widget.body()).isEqualTo("widget()");
        assertThat(widget.headers().firstValue("Cross-Origin-Resource-Policy"))
                .hasValue("cross-origin");
        assertThat(get("/").headers().firstValue("Location")).hasValue("/console/");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway.address() + path));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private static HttpResponse<String> get(String path, String encodings)
            throws IOException, InterruptedException {
        return send(request(path).header("Accept-Encoding", encodings));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
