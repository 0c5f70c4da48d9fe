package org.lethe.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that say a little now and then, each over a connection of its own. */
class SlowClientsIT {

    private static final int MOST = 3;
    private static final int LONGEST = 1_000;
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final List<Socket> open = new ArrayList<>();
    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        var slow = new SlowClients(vertx, new Patience(SHORT, SHORT, SHORT, 16 * 1024), MOST);
        server =
                vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                        .connectionHandler(slow::connected)
                        .requestHandler(request -> {
                            slow.requested(request, LONGEST);
                            request.bodyHandler(body -> request.response().end("done"));
                        })
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        vertx.close();
    }

    @Test
    void hangsUpOnAHeadThatNeverEnds() throws IOException {
        Socket socket = connect();
        say(socket, "GET / HTTP/1.1\r\n");

        awaitHungUp(socket, () -> say(socket, "X-Slow: 1\r\n"));
    }

    @Test
    void hangsUpOnASecondHeadThatNeverEnds() throws IOException {
        Socket socket = connect();
        say(socket, REQUEST);
        assertThat(answer(socket)).startsWith("HTTP/1.1 200");

        awaitHungUp(socket, () -> say(socket, "G"));
    }

    @Test
    void hangsUpOnABodyThatNeverEnds() throws IOException {
        Socket socket = connect();
        say(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\n");

        awaitHungUp(socket, () -> say(socket, "x"));
    }

    @Test
    void answersWhoIsNotSlow() throws IOException {
        Socket socket = connect();
        say(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nx");
        say(socket, "yz");

        assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        say(socket, REQUEST);
        assertThat(answer(socket)).startsWith("HTTP/1.1 200");
    }

    @Test
    void hangsUpOnOneConnectionTooManyOfAnAddress() throws IOException {
        for (int i = 0; i < MOST; i++) {
            Socket socket = connect();
            say(socket, REQUEST);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }

        Socket oneTooMany = connect();
        assertThat(oneTooMany.getInputStream().read()).isEqualTo(-1);

        open.getFirst().close();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> {
                    Socket again = connect();
                    try {
                        say(again, REQUEST);
                        return answer(again).startsWith("HTTP/1.1 200");
                    } catch (IOException e) {
                        return false;
                    }
                });
    }

    private Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", server.actualPort());
        socket.setSoTimeout((int) SOON.toMillis());
        open.add(socket);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        byte[] answer = new byte[1_000];
        int length = socket.getInputStream().read(answer);
        return length < 0 ? "" : new String(answer, 0, length, StandardCharsets.US_ASCII);
    }

    /** The client never pauses for long: only the time that it takes in all can end it. */
    private static void awaitHungUp(Socket socket, Saying more) throws IOException {
        socket.setSoTimeout(100);
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    try {
                        more.say();
                        return socket.getInputStream().read() < 0;
                    } catch (SocketTimeoutException e) {
                        return false;
                    } catch (IOException e) {
                        return true;
                    }
                });
        assertThatCode(socket::close).doesNotThrowAnyException();
    }

    @FunctionalInterface
    private interface Saying {
        void say() throws IOException;
    }
}
