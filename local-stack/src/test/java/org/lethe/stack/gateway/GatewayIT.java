package org.lethe.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.stack.certificate.LocalCertificate;
import org.lethe.stack.process.Ports;

class GatewayIT {

    @TempDir static Path folder;

    /** A build machine is slow at times. */
    private static final int PATIENCE_SECONDS = 30;

    private static Vertx vertx;
    private static Gateway gateway;
    private static Caller caller;
    private static Map<Target, List<Integer>> ports;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        ports = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            int port = Ports.free();
            ports.put(target, List.of(port));
            // One is left down.
            if (target != Target.GDPR) {
                Origin.start(vertx, target, port);
            }
        }
        Path web = Files.createDirectories(folder.resolve("web"));
        Files.createDirectories(web.resolve("widget"));
        Files.writeString(web.resolve("widget/lethe.js"), "widget()");
        Files.writeString(folder.resolve("secret"), "secret");
        gateway = Gateway.start(new GatewaySettings(Ports.free(), ports, web, Optional.empty()));
        caller = new Caller(gateway.address());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        vertx.close();
    }

    @Test
    void sendsEachPathToItsService() throws Exception {
        assertThat(target("/v1/visits")).isEqualTo("PRESENCE");
        assertThat(target("/v1/visitors")).isEqualTo("PRESENCE");
        assertThat(target("/v1/chats/c01-abcd/files/f-1")).isEqualTo("FILE");
        assertThat(target("/v1/chats/c01-abcd/end")).isEqualTo("CHAT");
        assertThat(target("/v1/desk/status?account=acme")).isEqualTo("CHAT");
        assertThat(target("/v1/accounts/acme")).isEqualTo("CHAT");
        assertThat(target("/auth/realms/lethe/protocol/openid-connect/auth")).isEqualTo("KEYCLOAK");
    }

    @Test
    void keepsWhatIsInternalInside() throws Exception {
        for (String path :
                new String[] {
                    "/q/health/ready",
                    "/q/metrics",
                    "/auth/admin/",
                    "/auth/realms/master",
                    "/v1",
                    "/v1/chats/../../q/metrics",
                    "/v1/chats/%2e%2e/%2e%2e/q/metrics",
                    "/widget/../../secret",
                    "/widget/%2e%2e/%2e%2e/secret"
                }) {
            HttpResponse<String> answer = caller.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).doesNotContain("secret").doesNotContain("target");
        }
        assertThat(caller.get("/nothing").body()).contains("\"code\":\"not-found\"");
    }

    @Test
    void addsTheCallersAddressAndDropsOtherClaims() throws Exception {
        JsonObject plain = seen(caller.request("/v1/visits"));
        JsonObject forwarded =
                seen(
                        caller.request("/v1/visits")
                                .header("X-Forwarded-For", "81.2.69.142")
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("Forwarded", "for=1.2.3.4")
                                .header("X-Real-IP", "1.2.3.4")
                                .header("Origin", "http://localhost:8090"));

        assertThat(plain.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(forwarded.getString("x-forwarded-for")).isEqualTo("81.2.69.142, 127.0.0.1");
        assertThat(forwarded.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(forwarded.getString("x-forwarded-host"))
                .isEqualTo("localhost:" + gateway.address().getPort());
        assertThat(forwarded.getString("origin")).isEqualTo("http://localhost:8090");
        assertThat(forwarded.containsKey("forwarded")).isFalse();
        assertThat(forwarded.containsKey("x-real-ip")).isFalse();
    }

    @Test
    void passesSocketsThroughWithTheCallersAddress() throws Exception {
        var received = new LinkedBlockingQueue<String>();
        WebSocket socket =
                Caller.CLIENT
                        .newWebSocketBuilder()
                        .header("X-Forwarded-For", "2001:db8::7")
                        .header("Origin", "http://localhost:8090")
                        .buildAsync(
                                socketAddress("/v1/visits/v01/socket"), new ReceivedTexts(received))
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isEqualTo("2001:db8::7, 127.0.0.1|http://localhost:8090");
        String large = "x".repeat(60_000);
        socket.sendText(large, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(large);
        socket.sendClose(4000, "done").get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("closed 4000");
    }

    @Test
    void passesOnThatAServiceRefusesASocket() {
        CompletableFuture<WebSocket> refused =
                Caller.CLIENT
                        .newWebSocketBuilder()
                        .buildAsync(
                                socketAddress("/v1/visits/refused/socket"),
                                new ReceivedTexts(new LinkedBlockingQueue<>()));

        assertThatThrownBy(() -> refused.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(WebSocketHandshakeException.class)
                .extracting(
                        cause -> ((WebSocketHandshakeException) cause).getResponse().statusCode())
                .isEqualTo(403);
    }

    @Test
    void answersForAServiceThatIsDown() throws Exception {
        HttpResponse<String> answer = caller.get("/discovery");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"unavailable\"", "\"retryable\":true");
    }

    @Test
    void refusesBodiesThatAreTooLargeWhetherTheySaySoOrNot() throws Exception {
        byte[] large = new byte[300 * 1024];
        var declared = caller.request("/v1/chats").POST(BodyPublishers.ofByteArray(large));
        var chunked =
                caller.request("/v1/chats")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        var file = caller.request("/v1/chats/c01/files").POST(BodyPublishers.ofByteArray(large));

        assertThat(caller.send(declared).body()).contains("\"code\":\"too-large\"");
        for (var request : List.of(declared, chunked)) {
            HttpResponse<String> answer = caller.send(request);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .as("a page may read why")
                    .hasValue("*");
        }
        assertThat(seen(file).getInteger("body")).isEqualTo(large.length);
    }

    /** The length of such an answer would tell what is in it (BREACH). */
    @Test
    void compressesNothingThatIsMadeForARequest() throws Exception {
        for (String path : List.of("/v1/visitors", "/v1/desk/status", "/auth/realms/lethe/x")) {
            HttpResponse<String> answer = caller.get(path, "br, gzip, deflate");
            assertThat(answer.headers().firstValue("Content-Encoding")).as(path).isEmpty();
            assertThat(answer.body()).as(path).contains("target");
        }
    }

    @Test
    void speaksOnlyStrongTlsWhenItSpeaksTls() throws Exception {
        LocalCertificate certificate =
                LocalCertificate.in(folder.resolve("certificates"), "gateway");
        var settings =
                new GatewaySettings(
                        Ports.free(), ports, folder.resolve("web"), Optional.of(certificate));
        try (var secure = Gateway.start(settings)) {
            SSLContext trusting = certificate.clientContext();
            try (var client = HttpClient.newBuilder().sslContext(trusting).build()) {
                var answer =
                        client.send(
                                HttpRequest.newBuilder(secure.address().resolve("/v1/visits"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(new JsonObject(answer.body()).getString("x-forwarded-proto"))
                        .isEqualTo("https");
                assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            }
            assertThat(session(secure, trusting, "TLSv1.3")).isEqualTo("TLS_AES_256_GCM_SHA384");
            assertThat(session(secure, trusting, "TLSv1.2"))
                    .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
        }
        assertThatThrownBy(() ->
                        Caller.CLIENT.send(
                                HttpRequest.newBuilder(settings.address()).build(),
                                HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(ConnectException.class);
    }

    private static String session(Gateway secure, SSLContext context, String protocol)
            throws IOException {
        try (var socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket("localhost", secure.address().getPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        }
    }

    private static URI socketAddress(String path) {
        return URI.create("ws://localhost:" + gateway.address().getPort() + path);
    }

    private static String target(String path) throws IOException, InterruptedException {
        return new JsonObject(caller.get(path).body()).getString("target");
    }

    private static JsonObject seen(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return new JsonObject(caller.send(request).body());
    }
}
