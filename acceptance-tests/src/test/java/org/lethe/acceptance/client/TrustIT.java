package org.lethe.acceptance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.stack.certificate.LocalCertificate;
import org.lethe.stack.gateway.GatewaySettings;
import org.lethe.stack.gateway.Target;
import org.lethe.stack.process.Ports;

/** The clients against a gateway that speaks TLS, as {@code ./lethe up --tls} has it. */
@TestInstance(Lifecycle.PER_CLASS)
class TrustIT {
    private org.lethe.stack.gateway.@org.jspecify.annotations.Nullable Gateway server;
    private Trust trust = Trust.COMMON;

    @BeforeAll
    void startGateway(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("web/console"));
        Files.createDirectories(folder.resolve("web/widget"));
        Files.writeString(folder.resolve("web/console/index.html"), "<p>console</p>");
        LocalCertificate certificate = LocalCertificate.in(folder, "gateway");
        trust = Trust.in(certificate.certificate());
        // Nobody listens behind it: what answers is the gateway itself.
        var targets =
                Arrays.stream(Target.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), target -> List.of(Ports.free())));
        server =
                org.lethe.stack.gateway.Gateway.start(
                        new GatewaySettings(
                                Ports.free(),
                                targets,
                                folder.resolve("web"),
                                Optional.of(certificate)));
    }

    @AfterAll
    void stopGateway() {
        if (server != null) {
            server.close();
        }
    }

    private Gateway client(Trust trusted) {
        return new Gateway(java.util.Objects.requireNonNull(server).address(), trusted);
    }

    @Test
    void trustsTheSuitesCertificateOverHttp() {
        assertThat(client(trust).get("/console/", null).text()).contains("console");
    }

    @Test
    void trustsTheSuitesCertificateOverWebSocket() {
        assertThatThrownBy(() -> client(trust).socket("/v1/desk/socket"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void trustsNoOtherCertificate() {
        assertThatThrownBy(() -> client(Trust.COMMON).get("/console/", null))
                .hasCauseInstanceOf(SSLHandshakeException.class);
    }
}
