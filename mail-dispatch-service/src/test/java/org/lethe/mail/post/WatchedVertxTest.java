package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.VertxWrapper;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchedVertxTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<NetClientOptions> made = new ArrayList<>();
    private final Vertx listening =
            new VertxWrapper((VertxInternal) vertx) {
                @Override
                public NetClient createNetClient(NetClientOptions options) {
                    made.add(options);
                    return super.createNetClient(options);
                }
            };

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void checksTheCertificatesNameEvenIfTheMailClientHasItTurnedOff() {
        connect(true);
        connect(false);

        assertThat(made)
                .extracting(NetClientOptions::getHostnameVerificationAlgorithm)
                .containsExactly("HTTPS", "");
        assertThat(made)
                .extracting(NetClientOptions::getConnectTimeout)
                .containsExactly(2_000, 2_000);
    }

    private void connect(boolean verifiesHost) {
        var watched = new WatchedVertx(listening, new Line(), Duration.ofSeconds(2), verifiesHost);
        var _ =
                watched.createNetClient(
                        new NetClientOptions().setHostnameVerificationAlgorithm(""));
    }
}
