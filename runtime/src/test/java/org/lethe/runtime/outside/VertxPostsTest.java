package org.lethe.runtime.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.stack.certificate.LocalCertificate;

@Timeout(60)
class VertxPostsTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir private static Path folder;
    private static LocalCertificate certificate;
    private static Vertx vertx;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpsServer server;
    private TestOutside settings;

    @BeforeAll
    static void prepare() {
        certificate = LocalCertificate.in(folder, "outside");
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
        server.setExecutor(Thread::startVirtualThread);
        server.createContext("/taken", exchange -> answer(exchange, 204));
        server.createContext("/refused", exchange -> answer(exchange, 500));
        server.createContext("/redirected", this::redirect);
        server.createContext("/endless", this::endless);
        server.createContext("/silent", this::silent);
        server.start();
        settings =
                TestOutside.settings(server.getAddress().getPort()).here(certificate.certificate());
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
    }

    @Test
    void postsBodyAndHeaders() {
        PostOutcome outcome = post(settings, InetAddress::getAllByName, "/taken?one=1");

        assertThat(outcome).isEqualTo(new PostOutcome.Answered(204));
        assertThat(outcome.isTaken()).isTrue();
        assertThat(taken).containsExactly("/taken?one=1 localhost told hello");
    }

    @Test
    void tellsWhatWasNotTaken() {
        assertThat(post(settings, InetAddress::getAllByName, "/refused").isTaken()).isFalse();
    }

    @Test
    void followsNoRedirect() {
        assertThat(post(settings, InetAddress::getAllByName, "/redirected"))
                .isEqualTo(new PostOutcome.Answered(307));
        assertThat(taken).hasSize(1);
    }

    @Test
    void readsNothingOfAnAnswerBehindItsHead() throws InterruptedException {
        assertThat(post(settings, InetAddress::getAllByName, "/endless"))
                .isEqualTo(new PostOutcome.Answered(200));
        // Hung up on, the server ends what would have no end.
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void waitsNoLongerThanItMay() {
        assertThat(
                        post(
                                settings.within(Duration.ofMillis(300)),
                                InetAddress::getAllByName,
                                "/silent"))
                .isEqualTo(new PostOutcome.Failed());
    }

    @Test
    void waitsNoLongerForANameEither() {
        HostResolver slow =
                host -> {
                    awaitEnd();
                    return InetAddress.getAllByName(host);
                };

        assertThat(post(settings.within(Duration.ofMillis(300)), slow, "/taken"))
                .isEqualTo(new PostOutcome.Failed());
    }

    @Test
    void callsNobodyInside() {
        var strict =
                new TestOutside(
                        settings.ports(),
                        settings.timeout(),
                        false,
                        settings.certificateAuthorities());

        assertThat(post(strict, InetAddress::getAllByName, "/taken"))
                .isEqualTo(new PostOutcome.Forbidden());
        assertThat(taken).isEmpty();
    }

    /** The address that is checked is the one that is called: there is no second look-up. */
    @Test
    void isNotLedInsideByANameThatChangesItsAnswer() {
        var asked = new AtomicInteger();
        var inside = InetAddress.ofLiteral("169.254.169.254");
        HostResolver changing =
                _ -> new InetAddress[] {asked.getAndIncrement() == 0 ? HERE : inside};

        assertThat(post(settings, changing, "/taken").isTaken()).isTrue();
        assertThat(asked).hasValue(1);
        assertThat(post(settings, changing, "/taken")).isEqualTo(new PostOutcome.Forbidden());
        assertThat(taken).hasSize(1);
    }

    @Test
    void callsNoNameThatLeadsInsideAsWell() {
        HostResolver mixing =
                _ -> new InetAddress[] {HERE, InetAddress.ofLiteral("169.254.169.254")};

        assertThat(post(settings, mixing, "/taken")).isEqualTo(new PostOutcome.Forbidden());
        assertThat(taken).isEmpty();
    }

    @Test
    void trustsACertificateForItsNameAlone() {
        var posts = posts(settings, _ -> new InetAddress[] {HERE});
        var url = URI.create("https://other.example:" + server.getAddress().getPort() + "/taken");

        assertThat(posts.post(url, Map.of(), new byte[0])).isEqualTo(new PostOutcome.Failed());
        assertThat(taken).isEmpty();
    }

    @Test
    void failsWithoutNameOrServer() {
        HostResolver none =
                host -> {
                    throw new UnknownHostException(host);
                };

        assertThat(post(settings, none, "/taken")).isEqualTo(new PostOutcome.Failed());
        server.stop(0);
        assertThat(post(settings, InetAddress::getAllByName, "/taken"))
                .isEqualTo(new PostOutcome.Failed());
    }

    private PostOutcome post(TestOutside settings, HostResolver names, String path) {
        var url = URI.create("https://localhost:" + server.getAddress().getPort() + path);
        return posts(settings, names)
                .post(url, Map.of("X-Word", "told"), "hello".getBytes(StandardCharsets.UTF_8));
    }

    private static VertxPosts posts(TestOutside settings, HostResolver names) {
        return new VertxPosts(vertx, settings, new OutsideUrls(settings), names);
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String host = exchange.getRequestHeaders().getFirst("Host");
            taken.add(
                    String.join(
                            " ",
                            exchange.getRequestURI().toString(),
                            host.substring(0, host.indexOf(':')),
                            exchange.getRequestHeaders().getFirst("X-Word"),
                            body));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", "/taken");
        answer(exchange, 307);
    }

    private void endless(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[65_536];
            while (true) {
                exchange.getResponseBody().write(much);
            }
        } finally {
            ended.countDown();
        }
    }

    private void silent(HttpExchange exchange) {
        try (exchange) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
