package org.lethe.acceptance.client;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.lethe.stack.certificate.LocalCertificate;

/** Which certificate the clients believe in when the suite's gateway speaks TLS. */
public final class Trust {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** What every Java program trusts; enough while the gateway speaks plain HTTP. */
    public static final Trust COMMON = new Trust(null);

    private final @Nullable SSLContext context;

    private Trust(@Nullable SSLContext context) {
        this.context = context;
    }

    /**
     * Trust in one certificate and in no other.
     *
     * @param certificate in PEM; none if the gateway does not speak TLS
     */
    public static Trust in(@Nullable Path certificate) {
        return certificate == null
                ? COMMON
                : new Trust(LocalCertificate.clientContext(certificate));
    }

    /** The start of a client that trusts so, over HTTP and WebSocket. */
    HttpClient.Builder client() {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .connectTimeout(TIMEOUT)
                        .version(HttpClient.Version.HTTP_1_1);
        return context == null ? builder : builder.sslContext(context);
    }
}
