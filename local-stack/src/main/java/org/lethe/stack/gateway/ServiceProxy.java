package org.lethe.stack.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;

/** Sends requests on to the services, with the right headers and no more than they can take. */
final class ServiceProxy {

    private final Map<Target, Upstream> upstreams = new EnumMap<>(Target.class);
    private final Map<Target, HttpProxy> proxies = new EnumMap<>(Target.class);
    private final SocketTunnel tunnel;

    ServiceProxy(Vertx vertx, Map<Target, List<Integer>> ports, SlowClients clients) {
        this.tunnel = new SocketTunnel(vertx, clients);
        HttpClient client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setMaxPoolSize(256)
                                .setConnectTimeout(5_000)
                                // Shorter than the services', so that none is used that has just
                                // closed.
                                .setKeepAliveTimeout(30));
        ports.forEach((target, each) -> {
            var upstream = new Upstream(each);
            upstream.watch(vertx);
            upstreams.put(target, upstream);
            proxies.put(target, proxy(client, target, upstream));
        });
    }

    /** The longest body that is taken on the request's path, in bytes. */
    static long longestBody(RoutingContext context) {
        return Target.of(context.normalizedPath()).map(Target::maxBody).orElse(0L);
    }

    /** Handles a request, or leaves it to the next handler when no service has its path. */
    void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        // A path that means another one after normalisation could pass by a route.
        if (!Objects.equals(context.normalizedPath(), request.path())) {
            GatewayAnswers.end(request.response(), ErrorCode.NOT_FOUND);
            return;
        }
        Optional<Target> target = Target.of(context.normalizedPath());
        if (target.isEmpty()) {
            context.next();
            return;
        }
        if (declaredLength(request) > target.get().maxBody()) {
            // The body is not read, so the connection can't be used again.
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            GatewayAnswers.end(request.response(), ErrorCode.TOO_LARGE);
            return;
        }
        Forwarding.apply(request);
        if (SocketTunnel.isUpgrade(request)) {
            tunnel.open(request, Objects.requireNonNull(upstreams.get(target.get())));
        } else {
            Objects.requireNonNull(proxies.get(target.get())).handle(request);
        }
    }

    private static HttpProxy proxy(HttpClient client, Target target, Upstream upstream) {
        return HttpProxy.reverseProxy(client)
                .origin(_ -> upstream.request(client, new RequestOptions()))
                .addInterceptor(new Limits(target.maxBody()));
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Counts the body on its way, and answers for a service that doesn't. */
    private record Limits(long maxBody) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            Body body = context.request().getBody();
            if (body == null) {
                return context.sendRequest()
                        .recover(failure -> answer(context, ErrorCode.UNAVAILABLE));
            }
            var limited = new LimitedBody(body.stream(), maxBody);
            context.request().setBody(Body.body(limited, body.length()));
            return context.sendRequest().recover(failure -> answer(context, reason(limited)));
        }

        private static ErrorCode reason(LimitedBody body) {
            return body.exceeded() ? ErrorCode.TOO_LARGE : ErrorCode.UNAVAILABLE;
        }

        private static Future<ProxyResponse> answer(ProxyContext context, ErrorCode code) {
            ProxyResponse answer = context.request().release().response();
            GatewayAnswers.describe(answer.headers());
            return Future.succeededFuture(
                    answer.setStatusCode(code.httpStatus())
                            .setBody(Body.body(GatewayAnswers.body(code))));
        }
    }
}
