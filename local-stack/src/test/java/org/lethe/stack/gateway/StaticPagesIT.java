package org.lethe.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    private static Gateway gateway;
    private static Caller caller;

    @BeforeAll
    static void start(@TempDir Path web) throws Exception {
        Map<Target, List<Integer>> ports = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            ports.put(target, List.of(Ports.free()));
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
        Files.writeString(web.resolve("console/part-F7OLPVFI.js"), "part()");
        gateway = Gateway.start(new GatewaySettings(Ports.free(), ports, web, Optional.empty()));
        caller = new Caller(gateway.address());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void servesTheDocumentsOfTheInterfacesToEverybody() throws Exception {
        HttpResponse<String> document = caller.get("/docs/openapi-chat.yaml");

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body()).contains("openapi");
        assertThat(document.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(document.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
    }

    @Test
    void letsBrowsersKeepWhatIsNamedByItsContent() throws IOException, InterruptedException {
        for (String path : List.of("/widget/panel-0123456789.js", "/console/part-F7OLPVFI.js")) {
            assertThat(caller.get(path).headers().firstValue("Cache-Control"))
                    .hasValue("public, max-age=31536000, immutable");
        }
        for (String path :
                List.of("/widget/lethe.js", "/console/", "/widget/panel-9876543210.js")) {
            assertThat(caller.get(path).headers().firstValue("Cache-Control")).hasValue("no-cache");
        }
    }

    @Test
    void sendsFilesAsTheyLieCompressedToWhoTakesThemSo() throws Exception {
        HttpResponse<String> best = caller.get("/widget/lethe.js", "gzip, deflate, br;q=0.9, zstd");

        assertThat(best.body()).isEqualTo("as brotli");
        assertThat(best.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(best.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
        assertThat(best.headers().firstValue("Vary")).hasValue("accept-encoding");
        assertThat(best.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(best.headers().firstValue("Cross-Origin-Resource-Policy"))
                .hasValue("cross-origin");
        assertThat(caller.get("/widget/lethe.js", "br;q=0, GZIP").body()).isEqualTo("as gzip");
        assertThat(caller.get("/widget/lethe.js", "identity").body()).isEqualTo("widget()");
        assertThat(caller.get("/console/", "br").body()).isEqualTo("page as brotli");
        HttpResponse<String> kept = caller.get("/widget/panel-0123456789.js", "br, gzip");
        assertThat(kept.body()).isEqualTo("panel as gzip");
        assertThat(kept.headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=31536000, immutable");
        assertThat(caller.get("/console/none.js", "br").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsNoFileAgainThatABrowserHas() throws Exception {
        String tag =
                caller.get("/widget/lethe.js", "br").headers().firstValue("ETag").orElseThrow();
        var again =
                caller.request("/widget/lethe.js")
                        .header("Accept-Encoding", "br")
                        .header("If-None-Match", tag);

        assertThat(caller.send(again).statusCode()).isEqualTo(304);
        assertThat(caller.get("/widget/lethe.js", "gzip").headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(Optional.of(tag));
    }

    @Test
    void servesConsoleAndWidgetWithTheirPolicies() throws Exception {
        HttpResponse<String> console = caller.get("/console/");
        HttpResponse<String> widget = caller.get("/widget/lethe.js");

        assertThat(console.statusCode()).isEqualTo(200);
        assertThat(console.body()).contains("console");
        assertThat(caller.get("/console/none.js").statusCode()).isEqualTo(404);
        assertThat(caller.get("/console/none.js").body()).contains("not-found");
        assertThat(console.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy)
                                .contains("default-src 'none'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"));
        assertThat(console.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(widget.body()).isEqualTo("widget()");
        assertThat(widget.headers().firstValue("Cross-Origin-Resource-Policy"))
                .hasValue("cross-origin");
        assertThat(caller.get("/").headers().firstValue("Location")).hasValue("/console/");
    }
}
