package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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

    @Test
    void waitsUntilAllThatWasSentHasLeft() {
        var written = new ArrayList<CompletableFuture<Void>>();
        var peer =
                new Peer<ServerFrame>(
                        answering(() -> Uni.createFrom().completionStage(next(written))),
                        VISITOR,
                        TestSockets.load(Map.of()));
        assertThat(peer.awaitSent(Duration.ZERO)).isTrue();
        peer.send(ErrorFrame.of(ErrorCode.NOT_FOUND));
        peer.send(ErrorFrame.of(ErrorCode.NOT_FOUND));

        written.getFirst().complete(null);
        assertThat(peer.awaitSent(Duration.ofMillis(100))).isFalse();
        written.getLast().complete(null);

        assertThat(peer.awaitSent(Duration.ofSeconds(10))).isTrue();
    }

    private static CompletableFuture<Void> next(List<CompletableFuture<Void>> written) {
        written.add(new CompletableFuture<>());
        return written.getLast();
    }

    private static WebSocketConnection whichFails(IOException failure) {
        return answering(() -> Uni.createFrom().failure(failure));
    }

    /** One that is open, and answers whatever is sent. */
    private static WebSocketConnection answering(Supplier<Uni<Void>> answer) {
        return (WebSocketConnection)
                Proxy.newProxyInstance(
                        PeerTest.class.getClassLoader(),
                        new Class<?>[] {WebSocketConnection.class},
                        (proxy, method, arguments) ->
                                method.getReturnType() == boolean.class ? true : answer.get());
    }
}
