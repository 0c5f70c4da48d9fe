package org.lethe.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a server behind it that says everything again. */
class FlakyLinkTest {

    private static final byte[] WORD = "word".getBytes(StandardCharsets.UTF_8);

    private ServerSocket echo;

    @BeforeEach
    void listen() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stop() throws IOException {
        echo.close();
    }

    @Test
    void carriesBothWaysWhileItIsCalm() throws IOException {
        try (var link = FlakyLink.to(echo.getLocalPort(), 1, false);
                Socket client = connect(link)) {
            assertThat(echoed(client)).isEqualTo(WORD);
            assertThat(link.taken()).isOne();
        }
    }

    @Test
    void cutsAll() throws IOException {
        try (var link = FlakyLink.to(echo.getLocalPort(), 1, false);
                Socket client = connect(link)) {
            echoed(client);
            link.cutAll();

            assertThatThrownBy(() -> require(client.getInputStream().read() >= 0))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void cutsByFate() throws IOException {
        assertThatThrownBy(() -> echoedUnder(new Fate.Cut(Duration.ZERO), 5_000, 1_000_000))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void saysNothingHalfOpen() {
        assertThatThrownBy(() -> echoedUnder(new Fate.HalfOpen(Duration.ZERO), 150, 1))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void passesEverythingAfterAStallAndSlowly() throws IOException {
        var stall = new Fate.Stall(Duration.ZERO, Duration.ofMillis(60));

        assertThat(echoedUnder(stall, 5_000, 1)).isEqualTo(WORD);
        assertThat(echoedUnder(new Fate.Slow(400), 5_000, 1)).isEqualTo(WORD);
    }

    /** So many times through one connection with a fate. */
    private byte[] echoedUnder(Fate fate, int millis, int times) throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort());
                Socket inside = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), echo.getLocalPort())) {
            client.setSoTimeout(millis);
            var connection = new FlakyConnection(inside, server, fate);
            Thread.ofVirtual().start(connection::carry);
            try {
                byte[] last = WORD;
                for (int i = 0; i < times; i++) {
                    last = echoed(client);
                }
                return last;
            } finally {
                connection.cut();
            }
        }
    }

    private static byte[] echoed(Socket client) throws IOException {
        client.getOutputStream().write(WORD);
        byte[] answer = client.getInputStream().readNBytes(WORD.length);
        require(answer.length == WORD.length);
        return answer;
    }

    private static void require(boolean heard) throws IOException {
        if (!heard) {
            throw new IOException("the connection ended");
        }
    }

    private static Socket connect(FlakyLink link) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), link.port());
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> sayAgain(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void sayAgain(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            return;
        }
    }
}
