package org.lethe.stack.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.stack.certificate.LocalCertificate;
import org.lethe.stack.process.PartFailure;
import org.lethe.stack.process.Ports;

/** The one address that browsers and clients use. */
public final class Gateway implements AutoCloseable {

    private static final int SECONDS = 10;

    /** Of a machine that plays all visitors and operators at once; a home needs a few dozen. */
    private static final int CONNECTIONS_OF_ADDRESS = 2_000;

    private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");

    /** AES-256 only, in the old version too. */
    private static final Set<String> CIPHERS =
            Set.of(
                    "TLS_AES_256_GCM_SHA384",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");

    /** Kept, since a level is forgotten with its logger. */
    private static final Logger LIBRARY = Logger.getLogger("io.vertx");

    static {
        // Connections that break are daily business here, and what is logged of them may quote
        // them.
        LIBRARY.setLevel(Level.OFF);
    }

    private final Vertx vertx;
    private final GatewaySettings settings;

    private Gateway(Vertx vertx, GatewaySettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    public static Gateway start(GatewaySettings settings) {
        Ports.requireFree("gateway", settings.port());
        // Nothing is copied to a folder for temporary files.
        var files =
                new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false);
        var vertx =
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setFileSystemOptions(files));
        var gateway = new Gateway(vertx, settings);
        try {
            gateway.listen();
            return gateway;
        } catch (PartFailure e) {
            gateway.close();
            throw e;
        }
    }

    public URI address() {
        return settings.address();
    }

    @Override
    public void close() {
        try {
            await(vertx.close());
        } catch (ExecutionException | TimeoutException e) {
            throw new PartFailure("gateway", "can't be stopped", e);
        }
    }

    private void listen() {
        Router router = Router.router(vertx);
        var slow = new SlowClients(vertx, Patience.USUAL, CONNECTIONS_OF_ADDRESS);
        var proxy = new ServiceProxy(vertx, settings.targets(), slow);
        router.route()
                .handler(context -> {
                    slow.requested(context.request(), ServiceProxy.longestBody(context));
                    context.next();
                });
        if (settings.certificate().isPresent()) {
            router.route().handler(Gateway::strictTransport);
        }
        router.route().handler(proxy::handle);
        StaticPages.mount(router, settings.web());
        router.route().handler(Gateway::notFound);
        router.errorHandler(404, Gateway::notFound);
        HttpServer server =
                vertx.createHttpServer(options())
                        .connectionHandler(slow::connected)
                        .requestHandler(router);
        try {
            await(server.listen(settings.port(), "127.0.0.1"));
        } catch (ExecutionException | TimeoutException e) {
            throw new PartFailure("gateway", "can't listen on port " + settings.port(), e);
        }
    }

    private static void await(Future<?> future) throws ExecutionException, TimeoutException {
        try {
            future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("gateway", "interrupted", e);
        }
    }

    private HttpServerOptions options() {
        var options =
                new HttpServerOptions()
                        .setIdleTimeout(75)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setMaxInitialLineLength(8 * 1024)
                        .setMaxHeaderSize(16 * 1024)
                        // Not of answers that are made for a request: see CompressedFiles.
                        .setCompressionSupported(false)
                        // The services speak HTTP/1.1; what came as HTTP/2 could not be sent on as
                        // it is.
                        .setHttp2ClearTextEnabled(false);
        settings.certificate().ifPresent(certificate -> tls(options, certificate));
        return options;
    }

    private static void tls(HttpServerOptions options, LocalCertificate certificate) {
        options.setSsl(true)
                .setUseAlpn(false)
                .setEnabledSecureTransportProtocols(PROTOCOLS)
                .setKeyCertOptions(
                        new PfxOptions()
                                .setPath(certificate.keyStore().toString())
                                .setPassword(certificate.password()));
        CIPHERS.forEach(options::addEnabledCipherSuite);
    }

    private static void strictTransport(RoutingContext context) {
        context.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        context.next();
    }

    private static void notFound(RoutingContext context) {
        GatewayAnswers.end(context.response(), ErrorCode.NOT_FOUND);
    }
}
