package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;

class PeerTest {

    private static final Caller VISITOR =
            new Caller.Visitor(
                    new AccountId("acme"), new VisitId("v16-arg8-w2cdnxwn7ax967fn20vvp3w4ts"));

    /** A client may leave in the middle of a long answer, which is nobody's fault. */
    @Test
    void aSocketThatClosesWhileItIsWrittenToIsNoFaultOfOurs() {
        var peer =
                new Peer<ServerFrame>(
                        whichFails(new IOException("closed")), VISITOR, TestSockets.load(Map.of()));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> peer.sendAndAwait(ErrorFrame.of(ErrorCode.NOT_FOUND)))
                .matches(refusal -> refusal.code() == ErrorCode.UNAVAILABLE);
    }

    private static WebSocketConnection whichFails(IOException failure) {
        return (WebSocketConnection)
                Proxy.newProxyInstance(
                        PeerTest.class.getClassLoader(),
                        new Class<?>[] {WebSocketConnection.class},
                        (proxy, method, arguments) -> Uni.createFrom().failure(failure));
    }
}
