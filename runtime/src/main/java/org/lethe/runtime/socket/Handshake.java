package org.lethe.runtime.socket;

import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ClientFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.Callers;
import org.lethe.runtime.caller.Greeting;
import org.lethe.runtime.caller.Origins;
import org.lethe.runtime.limit.Allowance;
import org.lethe.runtime.limit.Limit;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.metric.FrameDurations;

/** Brings a connection from its upgrade to a known caller: the first frame must have a token. */
@ApplicationScoped
public class Handshake {

    private static final UserData.TypedKey<Long> TIMER = new UserData.TypedKey<>("lethe.timer");
    private static final UserData.TypedKey<Allowance> ALLOWANCE =
            new UserData.TypedKey<>("lethe.allowance");

    private final Callers callers;
    private final Origins origins;
    private final CallerSockets callerSockets;
    private final Limits limits;
    private final SocketLoad load;
    private final FrameDurations durations;
    private final SocketSettings settings;
    private final Vertx vertx;

    @Inject
    Handshake(
            Callers callers,
            Origins origins,
            CallerSockets callerSockets,
            Limits limits,
            SocketLoad load,
            FrameDurations durations,
            SocketSettings settings,
            Vertx vertx) {
        this.callers = callers;
        this.origins = origins;
        this.callerSockets = callerSockets;
        this.limits = limits;
        this.load = load;
        this.durations = durations;
        this.settings = settings;
        this.vertx = vertx;
    }

    /** How long the frames of one socket take. */
    FrameDurations.OfSocket durations(Class<? extends ClientFrame> frames) {
        return durations.of(frames);
    }

    /** The queue that the frames of one socket wait in. */
    FrameQueue queue(Function<String, FrameQueue.Turn> reader) {
        return new FrameQueue(reader, load, settings);
    }

    /** Gives the client a few seconds; a slow network is a reason to come back. */
    void expectHello(WebSocketConnection connection) {
        OpenSockets.heard(connection);
        connection.userData().put(ALLOWANCE, limits.alone(Limit.FRAMES));
        long timer =
                vertx.setTimer(
                        settings.helloTimeout().toMillis(),
                        fired -> Peer.refuse(connection, ErrorCode.UNAVAILABLE));
        connection.userData().put(TIMER, timer);
    }

    /** Says who sent the hello, or throws a refusal. */
    <S extends ServerFrame> Peer<S> accept(
            WebSocketConnection connection, ClientFrame.Hello hello) {
        // The client has done its part: how long the token is looked at is not its fault.
        stopWaiting(connection);
        Greeting greeting = callers.authenticate(hello.token());
        Caller caller = greeting.caller();
        origins.check(connection.handshakeRequest().header("Origin"), caller);
        callerSockets.arrived(connection, caller);
        if (greeting.until() != null) {
            OpenSockets.isGoodUntil(connection, greeting.until());
        }
        // From now on it counts with all that the caller does on other sockets.
        connection.userData().put(ALLOWANCE, limits.inProcess(Limit.FRAMES, caller.id()));
        return new Peer<>(connection, caller, load);
    }

    /** The client has answered a ping. */
    void heard(WebSocketConnection connection) {
        OpenSockets.heard(connection);
    }

    /**
     * Looks at a frame when it comes, before it waits for anything: why it is refused, if it is.
     */
    Optional<ErrorCode> refusalOf(String frame, WebSocketConnection connection) {
        OpenSockets.heard(connection);
        Allowance allowance = connection.userData().get(ALLOWANCE);
        if (allowance != null && !allowance.take()) {
            return Optional.of(ErrorCode.TOO_MANY_REQUESTS);
        }
        return frame.length() > settings.maxFrame()
                ? Optional.of(ErrorCode.TOO_LARGE)
                : Optional.empty();
    }

    /** The socket is closed. */
    void left(WebSocketConnection connection) {
        stopWaiting(connection);
        callerSockets.left(connection);
    }

    private void stopWaiting(WebSocketConnection connection) {
        Long timer = connection.userData().remove(TIMER);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
