package org.lethe.stack.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The processes that answer for one target, each in its turn. Where they are several, one that is
 * not ready has no turn, as behind a service of Kubernetes, and where one can't be connected with,
 * the next is: nothing of the request was sent yet.
 */
final class Upstream {

    private static final long LOOK_MILLIS = 1_000;

    private final List<Integer> ports;
    private final Set<Integer> away = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    /** Of one target: whoever it has alone is asked, ready or not. */
    Upstream(List<Integer> ports) {
        this.ports = List.copyOf(ports);
    }

    /** Looks every second who is ready. */
    void watch(Vertx vertx) {
        if (ports.size() == 1) {
            return;
        }
        HttpClient client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout((int) LOOK_MILLIS)
                                .setIdleTimeout(2)
                                .setIdleTimeoutUnit(TimeUnit.SECONDS));
        vertx.setPeriodic(LOOK_MILLIS, _ -> ports.forEach(port -> look(client, port)));
    }

    /** A request to whose turn it is, connected. */
    Future<HttpClientRequest> request(HttpClient client, RequestOptions options) {
        List<Integer> ready = ports.stream().filter(port -> !away.contains(port)).toList();
        List<Integer> some = ready.isEmpty() ? ports : ready;
        return request(
                client, options, some, Math.floorMod(turn.getAndIncrement(), some.size()), 1);
    }

    private Future<HttpClientRequest> request(
            HttpClient client, RequestOptions options, List<Integer> some, int at, int tried) {
        int port = some.get(at);
        Future<HttpClientRequest> request =
                client.request(new RequestOptions(options).setHost("127.0.0.1").setPort(port));
        if (tried == some.size()) {
            return request;
        }
        return request.recover(_ -> {
            away.add(port);
            return request(client, options, some, (at + 1) % some.size(), tried + 1);
        });
    }

    private void look(HttpClient client, int port) {
        client.request(HttpMethod.GET, port, "127.0.0.1", "/q/health/ready")
                .compose(HttpClientRequest::send)
                .onComplete(answer -> {
                    if (answer.succeeded() && answer.result().statusCode() == 200) {
                        away.remove(port);
                    } else {
                        away.add(port);
                    }
                });
    }
}
