package org.lethe.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lethe.stack.process.Ports;

@Timeout(60)
class UpstreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final List<Integer> ports = List.of(Ports.free(), Ports.free());
    private final Set<Integer> unready = ConcurrentHashMap.newKeySet();
    private final Upstream upstream = new Upstream(ports);

    @BeforeEach
    void start() throws Exception {
        for (int port : ports) {
            start(port);
        }
    }

    @AfterEach
    void stop() throws Exception {
        result(vertx.close());
    }

    @Test
    void givesEachItsTurn() throws Exception {
        assertThat(answers(6)).containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void goesToTheOtherWhereOneCanNotBeConnectedWith() throws Exception {
        HttpServer again = start(Ports.free());
        var some = new Upstream(List.of(ports.getFirst(), Ports.free(), again.actualPort()));

        for (int i = 0; i < 6; i++) {
            assertThat(answer(some)).isIn(ports.getFirst(), again.actualPort());
        }
    }

    @Test
    void passesByWhoIsNotReadyUntilItIs() throws Exception {
        upstream.watch(vertx);
        unready.add(ports.getFirst());
        await().atMost(PATIENCE).until(() -> answers(6).stream().allMatch(each -> each == 1));

        unready.clear();
        await().atMost(PATIENCE).until(() -> answers(6).contains(0));
    }

    @Test
    void asksAllTheSameWhereNobodyIsReady() throws Exception {
        upstream.watch(vertx);
        unready.add(ports.getFirst());
        await().atMost(PATIENCE).until(() -> answers(6).stream().allMatch(each -> each == 1));

        unready.add(ports.getLast());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers(4)).containsExactlyInAnyOrder(0, 1, 0, 1));
    }

    private HttpServer start(int port) throws Exception {
        return result(
                vertx.createHttpServer()
                        .requestHandler(request -> {
                            boolean look = request.path().equals("/q/health/ready");
                            request.response()
                                    .setStatusCode(look && unready.contains(port) ? 503 : 200)
                                    .end(Integer.toString(port));
                        })
                        .listen(port, "127.0.0.1"));
    }

    /** Who answered, one request after the other. */
    private List<Integer> answers(int count) {
        return IntStream.range(0, count).map(_ -> ports.indexOf(answer(upstream))).boxed().toList();
    }

    private int answer(Upstream from) {
        try {
            return Integer.parseInt(
                    result(
                                    from.request(client, new RequestOptions().setURI("/v1"))
                                            .compose(UpstreamIT::body))
                            .toString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Listened to where it comes in: elsewhere it may have come before. */
    private static Future<Buffer> body(HttpClientRequest request) {
        return request.send().compose(HttpClientResponse::body);
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
