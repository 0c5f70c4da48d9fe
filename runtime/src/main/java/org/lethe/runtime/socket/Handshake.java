package org.lethe.runtime.socket;

import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ClientFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.Callers;
import org.lethe.runtime.caller.Origins;
import org.lethe.runtime.limit.Allowance;
import org.lethe.runtime.limit.Rate;

/** Brings a connection from its upgrade to a known caller: the first frame must have a token. */
@ApplicationScoped
public class Handshake {

    private static final UserData.TypedKey<Long> TIMER = new UserData.TypedKey<>("lethe.timer");
    private static final UserData.TypedKey<Allowance> ALLOWANCE =
            new UserData.TypedKey<>("lethe.allowance");

    private final Callers callers;
    private final Origins origins;
    private final SocketSettings settings;
    private final Rate frames;
    private final Vertx vertx;

    @Inject
    Handshake(Callers callers, Origins origins, SocketSettings settings, Vertx vertx) {
        this.callers = callers;
        this.origins = origins;
        this.settings = settings;
        this.frames = Rate.perSecond(settings.burst(), settings.framesPerSecond());
        this.vertx = vertx;
    }

    /** Gives the client a few seconds; a slow network is a reason to come back. */
    void expectHello(WebSocketConnection connection) {
        OpenSockets.heard(connection);
        connection.userData().put(ALLOWANCE, frames.allowance());
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
        Caller caller = callers.authenticate(hello.token());
        origins.check(connection.handshakeRequest().header("Origin"), caller);
        return new Peer<>(connection, caller, settings.maxUnsent());
    }

    /** The client has answered a ping. */
    void heard(WebSocketConnection connection) {
        OpenSockets.heard(connection);
    }

    /** Whether the client may send another frame now. */
    boolean allowsFrame(WebSocketConnection connection) {
        OpenSockets.heard(connection);
        return Optional.ofNullable(connection.userData().get(ALLOWANCE))
                .filter(Allowance::take)
                .isPresent();
    }

    void stopWaiting(WebSocketConnection connection) {
        Long timer = connection.userData().remove(TIMER);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
