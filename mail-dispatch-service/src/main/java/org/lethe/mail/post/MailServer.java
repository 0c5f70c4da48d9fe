package org.lethe.mail.post;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The mail server, as {@code quarkus.mailer.*} names it, and Quarkus' mailers for it: one that
 * sends over TLS or not at all, and one that follows what the server offers.
 */
@ApplicationScoped
class MailServer {

    static final String TLS_ALONE = "required";
    static final String AS_OFFERED = Mailers.DEFAULT_MAILER_NAME;

    private final Vertx vertx;
    private final MailersRuntimeConfig config;
    private final TlsConfigurationRegistry certificates;
    private final PostSettings settings;
    private final MailerRuntimeConfig server;

    @Inject
    MailServer(
            Vertx vertx,
            MailersRuntimeConfig config,
            TlsConfigurationRegistry certificates,
            PostSettings settings) {
        PostLimits.check(settings);
        this.server = MailerLimits.checked(config);
        this.vertx = vertx;
        this.config = config;
        this.certificates = certificates;
        this.settings = settings;
    }

    /** New mailers, which nobody else uses, and whose connections a line watches. */
    Mailers mailers(Line line) {
        var watched = new WatchedVertx(vertx, line, settings.connectTimeout(), verifiesHost());
        return new Mailers(
                watched,
                new io.vertx.mutiny.core.Vertx(watched),
                config,
                LaunchMode.NORMAL,
                new MailerSupport(true, Set.of(TLS_ALONE)),
                certificates,
                // Nobody shall be told of a mail that was sent, with all that is in it.
                null);
    }

    /** A thread for a place of its own: what the mail client keeps of a connection has no locks. */
    Executor thread() {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        return work -> loop.runOnContext(_ -> work.run());
    }

    String host() {
        return server.host();
    }

    int port() {
        return server.port().orElse(MailerLimits.DEFAULT_PORT);
    }

    /** Of the sender, for Message-IDs. */
    String domain() {
        return MailerLimits.domain(server);
    }

    /** Whether no letter of any account goes without TLS. */
    boolean isTlsRequired() {
        return MailerLimits.isTlsRequired(server) || server.tls().orElse(false);
    }

    private boolean verifiesHost() {
        return server.tlsConfigurationName()
                .flatMap(certificates::get)
                .filter(tls -> tls.isTrustAll() || isVerificationOff(tls))
                .isEmpty();
    }

    private static boolean isVerificationOff(TlsConfiguration tls) {
        return tls.getHostnameVerificationAlgorithm().filter("NONE"::equals).isPresent();
    }
}
