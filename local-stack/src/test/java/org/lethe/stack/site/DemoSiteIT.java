package org.lethe.stack.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.stack.process.Ports;

class DemoSiteIT {

    @TempDir Path folder;

    private final int port = Ports.free();
    private DemoSite site;

    @BeforeEach
    void start() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("demo"));
        Files.writeString(pages.resolve("index.html"), "<a href='{{gateway}}'>{{account}}</a>");
        Files.writeString(pages.resolve("shop.js"), "'{{account}}'");
        Files.writeString(folder.resolve("secret.html"), "secret");
        site =
                DemoSite.start(
                        port, pages, URI.create("http://localhost:1"), List.of("acme", "globex"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void servesTheSamePagesAsEachAccountsSite() throws Exception {
        assertThat(get("/").body()).isEqualTo("<a href='http://localhost:1'>acme</a>");
        assertThat(get("/globex/").body()).isEqualTo("<a href='http://localhost:1'>globex</a>");
        assertThat(get("/globex").headers().firstValue("Location")).hasValue("/globex/");
        assertThat(get("/globex/shop.js").body()).isEqualTo("'{{account}}'");
    }

    @Test
    void servesNothingElse() throws Exception {
        assertThat(get("/initech/").statusCode()).isEqualTo(404);
        assertThat(get("/../secret.html").statusCode()).isEqualTo(404);
        assertThat(get("/%2e%2e/secret.html").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
