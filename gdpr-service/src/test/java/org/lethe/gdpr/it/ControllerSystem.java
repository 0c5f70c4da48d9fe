package org.lethe.gdpr.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lethe.stack.certificate.LocalCertificate;

/** The system of a controller that is called back; it also sets the service's times for tests. */
public final class ControllerSystem implements QuarkusTestResourceLifecycleManager {

    private final Calls calls = new Calls();
    private @Nullable HttpsServer server;

    @Override
    public Map<String, String> start() {
        LocalCertificate certificate;
        try {
            server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            certificate = LocalCertificate.in(Files.createTempDirectory("lethe"), "controller");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
        server.createContext("/", calls::take);
        server.start();
        int port = server.getAddress().getPort();
        calls.url = "https://localhost:" + port;
        return Map.of(
                "lethe.opendsr.callback-origins", "acme=" + calls.url,
                "lethe.outside.allow-loopback", "true",
                "lethe.outside.ports", Integer.toString(port),
                "lethe.outside.certificate-authorities", certificate.certificate().toString(),
                "lethe.opendsr.public-url", "https://chat.lethe.example",
                "lethe.erasure.resume-after", "500ms",
                "lethe.erasure.sweep-interval", "1s",
                "lethe.ledger.tally-interval", "1s");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(calls, new TestInjector.MatchesType(Calls.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** What the controller was told. */
    public static final class Calls {

        private final List<Call> taken = new CopyOnWriteArrayList<>();
        private String url = "";

        /** The address to give as callback. */
        public String url() {
            return url;
        }

        public List<Call> about(String requestId) {
            return taken.stream().filter(call -> call.body().contains(requestId)).toList();
        }

        private void take(HttpExchange exchange) throws IOException {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                String signature = exchange.getRequestHeaders().getFirst("X-OpenDSR-Signature");
                taken.add(new Call(new String(body, StandardCharsets.UTF_8), signature));
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    public record Call(String body, String signature) {}
}
