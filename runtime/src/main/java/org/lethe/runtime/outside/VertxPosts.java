package org.lethe.runtime.outside;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.lethe.runtime.http.Connections;

/**
 * By Vert.x, which can be told which address to connect to.
 *
 * <p>The name is looked up once, each address that it leads to is checked, and the connection goes
 * to one of those: a name that leads elsewhere a moment later leads nobody inside. The certificate
 * is still that of the name. No redirect is followed, and of the answer nothing is read but its
 * head.
 */
@Singleton
class VertxPosts implements OutsidePosts {

    private static final int MOST_AT_ONCE = 64;

    private final OutsideSettings settings;
    private final OutsideUrls urls;
    private final OutsideAddresses outside;
    private final HostResolver names;
    private final HttpClient client;

    @Inject
    VertxPosts(Vertx vertx, OutsideSettings settings, OutsideUrls urls) {
        this(vertx, settings, urls, InetAddress::getAllByName);
    }

    VertxPosts(Vertx vertx, OutsideSettings settings, OutsideUrls urls, HostResolver names) {
        this.settings = settings;
        this.urls = urls;
        this.outside = new OutsideAddresses(settings.allowLoopback());
        this.names = names;
        this.client = vertx.createHttpClient(options(settings));
    }

    @Override
    public PostOutcome post(URI url, Map<String, String> headers, byte[] body) {
        if (!urls.allow(url)) {
            return new PostOutcome.Forbidden();
        }
        var call = new Call();
        Thread.startVirtualThread(() -> begin(call, url, headers, body));
        try {
            return call.outcome.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            return new PostOutcome.Failed();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new PostOutcome.Failed();
        } finally {
            call.end();
        }
    }

    @PreDestroy
    void close() {
        var _ = client.close();
    }

    /** On a thread of its own, since nothing bounds how long a look-up takes. */
    private void begin(Call call, URI url, Map<String, String> headers, byte[] body) {
        try {
            Optional<InetAddress> address = checked(url.getHost());
            if (address.isEmpty()) {
                call.outcome.complete(new PostOutcome.Forbidden());
                return;
            }
            var _ =
                    client.request(options(url, address.get(), headers))
                            .compose(request -> call.begun(request, body))
                            .onFailure(call.outcome::completeExceptionally);
        } catch (UnknownHostException | RuntimeException e) {
            call.outcome.completeExceptionally(e);
        }
    }

    /** One of the addresses of a name, if all are outside; who mixes them is up to something. */
    private Optional<InetAddress> checked(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        return Stream.of(addresses).allMatch(outside::has)
                ? Stream.of(addresses).findFirst()
                : Optional.empty();
    }

    private static RequestOptions options(
            URI url, InetAddress address, Map<String, String> headers) {
        int port = OutsideUrls.port(url);
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setSsl(true)
                        .setServer(
                                SocketAddress.inetSocketAddress(
                                        new InetSocketAddress(address, port)))
                        .setHost(url.getHost())
                        .setPort(port)
                        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                        .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return options;
    }

    private static HttpClientOptions options(OutsideSettings settings) {
        var options =
                new HttpClientOptions()
                        .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                        // A connection is of one call: the next looks the name up again.
                        .setKeepAlive(false)
                        .setMaxPoolSize(MOST_AT_ONCE)
                        .setVerifyHost(true);
        settings.certificateAuthorities()
                .ifPresent(file ->
                        options.setTrustOptions(
                                new PemTrustOptions().addCertPath(file.toString())));
        return options;
    }

    /** One call, which may end before it has begun. */
    private static final class Call {

        private final CompletableFuture<PostOutcome> outcome = new CompletableFuture<>();
        private final CompletableFuture<HttpClientRequest> request = new CompletableFuture<>();

        Future<Void> begun(HttpClientRequest begun, byte[] body) {
            request.complete(begun);
            return begun.send(Buffer.buffer(body))
                    .map(answer -> {
                        // Vert.x would log that the rest does not come.
                        answer.exceptionHandler(_ -> {});
                        outcome.complete(new PostOutcome.Answered(answer.statusCode()));
                        return null;
                    });
        }

        /** Hangs up, now or as soon as there is a connection: a body may go on for ever. */
        void end() {
            var _ = request.thenAccept(begun -> Connections.cut(begun.connection()));
        }
    }
}
