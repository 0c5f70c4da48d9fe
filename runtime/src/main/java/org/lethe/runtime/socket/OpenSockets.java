package org.lethe.runtime.socket;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.rhythm.Rhythm;

/**
 * All sockets of this replica. Who has sent no frame and answered no ping for a while is hung up
 * on: TCP alone takes a peer that has lost its network for present for a quarter of an hour. So is
 * who came with a token that has run out since, whatever became of their roles: they may come back
 * with a fresh one. When the service stops, all are told to come back, which another replica
 * answers.
 */
@ApplicationScoped
class OpenSockets {

    private static final Duration EVERY = Duration.ofSeconds(4);
    private static final UserData.TypedKey<AtomicLong> HEARD_AT =
            new UserData.TypedKey<>("lethe.heard");
    private static final UserData.TypedKey<AtomicLong> TOOK_AT =
            new UserData.TypedKey<>("lethe.took");

    private static final UserData.TypedKey<Instant> UNTIL = new UserData.TypedKey<>("lethe.until");

    /** None in a service without sockets. */
    private final Instance<OpenConnections> connections;

    private final long silence;
    private final Clock clock;
    private @Nullable Rhythm rhythm;

    @Inject
    OpenSockets(Instance<OpenConnections> connections, SocketSettings settings, Clock clock) {
        this.connections = connections;
        this.silence = settings.silence().toNanos();
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (connections.isResolvable()) {
            rhythm = Rhythm.start("open-sockets", EVERY, this::hangUp);
        }
    }

    /** Before all else that a stop waits for: another replica answers them meanwhile. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        if (rhythm != null) {
            rhythm.close();
        }
        sendAway();
    }

    /** A frame came, or the answer to a ping. */
    static void heard(WebSocketConnection connection) {
        note(connection, HEARD_AT);
    }

    /**
     * It took what was sent. That keeps the socket open, since its pongs wait behind what it reads,
     * but it is nothing that the client said.
     */
    static void took(WebSocketConnection connection) {
        note(connection, TOOK_AT);
    }

    /** When the last frame or pong came, by {@link System#nanoTime}; at first, the connection. */
    static long heardAt(WebSocketConnection connection) {
        AtomicLong heardAt = connection.userData().get(HEARD_AT);
        if (heardAt == null) {
            throw new IllegalStateException("a socket that was never opened");
        }
        return heardAt.get();
    }

    /** The token that opened the socket is taken for so long. */
    static void isGoodUntil(WebSocketConnection connection, Instant until) {
        connection.userData().put(UNTIL, until);
    }

    /** Those whose token has run out, and those that nothing was heard of. */
    void hangUp() {
        Instant time = clock.instant();
        all().filter(connection -> hasRunOut(connection, time))
                .forEach(connection -> Peer.close(connection, ErrorCode.TOKEN_EXPIRED));
        long now = System.nanoTime();
        all().filter(connection -> isSilent(connection, now))
                .forEach(connection -> Peer.close(connection, ErrorCode.UNAVAILABLE));
    }

    void sendAway() {
        all().forEach(connection -> Peer.close(connection, ErrorCode.UNAVAILABLE));
    }

    private Stream<WebSocketConnection> all() {
        return connections.stream().flatMap(OpenConnections::stream);
    }

    private static boolean hasRunOut(WebSocketConnection connection, Instant time) {
        Instant until = connection.userData().get(UNTIL);
        return until != null && !time.isBefore(until);
    }

    private boolean isSilent(WebSocketConnection connection, long now) {
        AtomicLong heardAt = connection.userData().get(HEARD_AT);
        AtomicLong tookAt = connection.userData().get(TOOK_AT);
        return heardAt != null
                && now - heardAt.get() > silence
                && (tookAt == null || now - tookAt.get() > silence);
    }

    private static void note(WebSocketConnection connection, UserData.TypedKey<AtomicLong> what) {
        AtomicLong at = connection.userData().get(what);
        if (at == null) {
            connection.userData().put(what, new AtomicLong(System.nanoTime()));
        } else {
            at.set(System.nanoTime());
        }
    }
}
