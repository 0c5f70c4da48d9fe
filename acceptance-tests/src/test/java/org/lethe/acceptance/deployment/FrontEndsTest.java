package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.acceptance.client.Pause;
import org.lethe.contracts.WireFormat;
import org.lethe.stack.process.Executables;
import org.lethe.stack.process.Ports;

/** Console, widget and documents as the chart's nginx gives them out. */
class FrontEndsTest {

    private static final Path PACKAGED = Path.of("/usr/sbin/nginx");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String configuration = configuration();
    private final int port = Ports.free();

    @Test
    void areThereUnlessTheyAreServedElsewhere() {
        assertThat(Chart.render(Map.of("front-ends.enabled", false)))
                .noneMatch(manifest -> manifest.name().equals("lethe-front-ends"));
    }

    /** The file is what the local gateway sends; its browser tests run with these headers. */
    @Test
    void haveEachHeaderThatTheLocalGatewaySends() throws IOException {
        for (String kind : new String[] {"console", "shared"}) {
            headers()
                    .path(kind)
                    .properties()
                    .forEach(header ->
                            assertThat(configuration)
                                    .contains(
                                            "add_header %s \"%s\" always;"
                                                    .formatted(
                                                            header.getKey(),
                                                            header.getValue().asText())));
        }
        assertThat(headers().at("/console/Content-Security-Policy").asText())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    /** Shows, where there is an nginx, that it takes the configuration and does what it says. */
    @Test
    void comeWithTheirHeadersFromARealNginx(@TempDir Path folder) throws Exception {
        Optional<Path> nginx =
                Executables.find("nginx")
                        .or(() -> Optional.of(PACKAGED).filter(Files::isExecutable));
        assumeTrue(nginx.isPresent(), "nginx is not installed");
        Process process = start(nginx.get(), folder);
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(Pause.until(PATIENCE, () -> answers(client)))
                    .as(Files.readString(folder.resolve("log")))
                    .isTrue();

            assertThat(sent(client, "/console/", "console", "no-cache").statusCode())
                    .isEqualTo(200);
            assertThat(sent(client, "/console/none.js", "console", "no-cache").statusCode())
                    .isEqualTo(404);
            assertThat(
                            sent(
                                            client,
                                            "/widget/panel-0123456789.js",
                                            "shared",
                                            "public, max-age=31536000, immutable")
                                    .body())
                    .isEqualTo("panel()");
            sent(client, "/widget/panel-9876543210.js", "shared", "no-cache");
            assertThat(get(client, "/.secret").statusCode()).isEqualTo(404);
            assertThat(get(client, "/secret").statusCode()).isEqualTo(404);
            assertThat(get(client, "/").headers().firstValue("Location")).hasValue("/console/");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** What was answered, with exactly the headers that stand in the file. */
    private HttpResponse<String> sent(HttpClient client, String path, String kind, String cache)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = get(client, path);
        headers()
                .path(kind)
                .properties()
                .forEach(header ->
                        assertThat(answer.headers().allValues(header.getKey()))
                                .as(path)
                                .containsExactly(header.getValue().asText()));
        assertThat(answer.headers().allValues("Cache-Control")).as(path).containsExactly(cache);
        return answer;
    }

    private boolean answers(HttpClient client) {
        try {
            return get(client, "/console/").statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<String> get(HttpClient client, String path)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** In a folder of the test, at a port of its own; all else as it ships. */
    private Process start(Path nginx, Path folder) throws IOException {
        Path web = Files.createDirectories(folder.resolve("web"));
        Files.createDirectories(web.resolve("console"));
        Files.createDirectories(web.resolve("widget"));
        Files.writeString(web.resolve("console/index.html"), "<title>console</title>");
        Files.writeString(web.resolve("widget/panel-0123456789.js"), "panel()");
        Files.writeString(web.resolve(".secret"), "secret");
        Files.writeString(web.resolve("secret"), "secret");
        Path file =
                Files.writeString(
                        folder.resolve("nginx.conf"),
                        // Whoever runs the test may be root, whose files nginx would not read.
                        "user %s;%n".formatted(System.getProperty("user.name"))
                                + configuration
                                        .replace("/tmp/", folder + "/")
                                        .replace("/srv/lethe", web.toString())
                                        .replace("listen 8080", "listen 127.0.0.1:" + port));
        return new ProcessBuilder(nginx.toString(), "-e", "/dev/stderr", "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static JsonNode headers() throws IOException {
        return WireFormat.mapper()
                .readTree(Manifest.root().resolve("helm/lethe/files/front-ends.json").toFile());
    }

    private static String configuration() {
        return Chart.render().stream()
                .filter(manifest -> manifest.is("ConfigMap"))
                .filter(manifest -> manifest.name().equals("lethe-front-ends"))
                .map(manifest -> manifest.at("/data/nginx.conf").asText())
                .findFirst()
                .orElseThrow();
    }
}
