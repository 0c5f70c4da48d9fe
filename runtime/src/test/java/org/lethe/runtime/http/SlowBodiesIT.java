package org.lethe.runtime.http;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestSettings;

/** A byte now and then is not idle, and must not keep a connection for ever. */
@QuarkusTest
@WithTestResource(SlowBodiesIT.Impatient.class)
@WithTestResource(LetheInfrastructure.class)
class SlowBodiesIT {

    public static final class Impatient extends TestSettings {

        @Override
        public Map<String, String> start() {
            return Map.of("lethe.http.body-time", "500ms", "lethe.http.least-rate", "1000000");
        }
    }

    private static final int LOOK_MILLIS = 200;

    @TestHTTPResource("/")
    URI address;

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 60000", "Transfer-Encoding: chunked"})
    void hangsUpOnABodyThatNeverEnds(String length) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(LOOK_MILLIS);
            say(
                    socket,
                    "POST /v1/sample/notes HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/json\r\n"
                            + length
                            + "\r\n\r\n");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> isHungUp(socket, length.startsWith("C") ? "x" : "1\r\nx\r\n"));
        }
    }

    private static boolean isHungUp(Socket socket, String more) {
        try {
            say(socket, more);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
