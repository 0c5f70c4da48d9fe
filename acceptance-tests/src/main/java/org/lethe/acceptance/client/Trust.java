package org.lethe.acceptance.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

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
        if (certificate == null) {
            return COMMON;
        }
        try (InputStream pem = Files.newInputStream(certificate)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return new Trust(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the gateway's certificate can't be used", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
