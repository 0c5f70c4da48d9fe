package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.caller.TestCallers;
import org.lethe.runtime.caller.TestOrigins;
import org.lethe.runtime.fixture.TestClock;
import org.lethe.runtime.limit.TestLimits;
import org.lethe.runtime.metric.FrameDurations;

/** Any socket of operators: what is seen here is in no service's own code. */
class TokenAgeTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final TestClock clock = new TestClock();
    private final Vertx vertx = Vertx.vertx();
    private final OneConnection connection = new OneConnection();
    private final SocketSettings settings = TestSockets.settings(Map.of());
    private final OpenSockets sockets = new OpenSockets(connection.amongAll(), settings, clock);
    private final OperatorSocket socket = new OperatorSocket(handshake());

    @BeforeEach
    void signsIn() {
        socket.open(connection.socket());
        socket.text("{\"type\":\"hello\",\"token\":\"operators.own.token\"}", connection.socket());
        await().until(() -> socket.greeted);
    }

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void aSocketStaysWhileItsTokenIsTaken() {
        clock.advance(LIFE.plus(TestCallers.GRACE).minusMillis(1));
        sockets.hangUp();

        assertThat(connection.closeCode()).isEmpty();
    }

    @Test
    void aSocketIsClosedWhenItsTokenHasRunOut() {
        clock.advance(LIFE.plus(TestCallers.GRACE));
        sockets.hangUp();

        assertThat(connection.closeCode()).hasValue(ErrorCode.TOKEN_EXPIRED.closeCode());
        assertThat(ErrorCode.TOKEN_EXPIRED.retryable()).as("whether it may come back").isTrue();
    }

    private Handshake handshake() {
        return new Handshake(
                TestCallers.operators(new AccountId("acme"), clock.instant().plus(LIFE)),
                TestOrigins.of(new AccountDirectory()),
                new CallerSockets(settings),
                TestLimits.standard(),
                new SocketLoad(settings),
                new FrameDurations(new SimpleMeterRegistry()),
                settings,
                vertx);
    }

    /** Of a service, as far as this is about it. */
    private static final class OperatorSocket
            extends FrameSocket<DeskClientFrame, DeskServerFrame> {

        private volatile boolean greeted;

        OperatorSocket(Handshake handshake) {
            super(DeskClientFrame.class, handshake);
        }

        @Override
        protected FrameSession<DeskClientFrame> greet(
                Peer<DeskServerFrame> peer, DeskClientFrame hello, Path path) {
            greeted = true;
            return new Idle();
        }
    }

    private record Idle() implements FrameSession<DeskClientFrame> {

        @Override
        public void start() {}

        @Override
        public void onFrame(DeskClientFrame frame) {}

        @Override
        public void stop() {}
    }
}
