package org.lethe.gdpr.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lethe.gdpr.subject.Ids.ACME;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lethe.gdpr.fulfilment.TestConfig;
import org.lethe.gdpr.receipt.TestKeys;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Selectors;

class CallbacksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch answering = new CountDownLatch(1);
    private HttpServer controller;
    private Callbacks callbacks;

    @BeforeEach
    void start() throws IOException {
        controller =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        controller.createContext("/", this::take);
        controller.start();
        var config = new Config();
        var signer = TestKeys.messageSigner();
        callbacks = new Callbacks(new Answers(config, new TestConfig(), signer), signer, config);
    }

    @AfterEach
    void stop() {
        answering.countDown();
        callbacks.stop();
        controller.stop(0);
    }

    /** Were it to wait, nothing would ever let the controller answer. */
    @Test
    @Timeout(60)
    void waitsForNoControllerAndKeepsTheOrder() {
        SubjectRequest request = request();
        var received = new Progress.Received();
        callbacks.changed(request, RequestState.of(request.with(received.resolved(Set.of()))));
        callbacks.changed(request, RequestState.of(request.with(received.answered(1))));
        await().atMost(PATIENCE).until(() -> taken.size() == 1);

        answering.countDown();

        await().atMost(PATIENCE).until(() -> taken.size() == 2);
        assertThat(taken.getFirst()).contains("\"in_progress\"");
        assertThat(taken.getLast()).contains("\"completed\"");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            taken.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answering.await();
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SubjectRequest request() {
        var id = new RequestId(UUID.randomUUID().toString());
        return new SubjectRequest(
                id.scope(ACME, "t3st"),
                ACME,
                id,
                RequestType.ERASURE,
                Selectors.ofIds(Set.of(Ids.visit()), Set.of(), Set.of()),
                List.of(URI.create("http://localhost:" + controller.getAddress().getPort())),
                Instant.EPOCH,
                new Progress.Received());
    }

    private record Config() implements OpenDsrSettings {

        @Override
        public String domain() {
            return "lethe.example";
        }

        @Override
        public URI publicUrl() {
            return URI.create("https://chat.lethe.example");
        }

        @Override
        public Optional<URI> certificateUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> callbackOrigins() {
            return Optional.empty();
        }

        @Override
        public Duration callbackTimeout() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int callbackAttempts() {
            return 1;
        }
    }
}
