package org.lethe.runtime.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestSettings;

/** Who comes slowly, and who comes when there are as many as there may be. */
@QuarkusTest
@WithTestResource(DoorIT.Small.class)
@WithTestResource(LetheInfrastructure.class)
class DoorIT {

    private static final int MOST = 20;
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String REQUEST =
            "GET /v1/sample/visitor HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /** Until its body has come, its connection is open. */
    private static final String BODY_COMES =
            "POST /v1/sample/notes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n";

    private static final String UPGRADE =
            "GET /v1/sample/c01-abcd-"
                    + "0".repeat(26)
                    + "/socket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";

    public static final class Small extends TestSettings {

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "lethe.door.head-time",
                    "3s",
                    "lethe.door.most-connections",
                    Integer.toString(MOST));
        }
    }

    @TestHTTPResource("/")
    URI address;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        await().atMost(SOON).until(() -> Connections.OF_PROCESS.open() <= 2);
    }

    @Test
    void hangsUpOnAHeadOfAHeaderNowAndThen() throws IOException {
        Socket slow = connect();
        say(slow, "GET /v1/sample/visitor HTTP/1.1\r\nHost: localhost\r\n");

        await().atMost(SOON).until(() -> isHungUp(slow, "X-More: y\r\n"));
    }

    @Test
    void answersWhoComesInTimeAndHangsUp() throws IOException {
        Socket quick = connect();

        say(quick, REQUEST);

        assertThat(answer(quick)).startsWith("HTTP/1.1 401");
    }

    @Test
    void staysAliveWithAsManyAsThereMayBe() throws IOException {
        Socket early = connect();
        say(early, BODY_COMES);
        for (int i = 0; i < MOST; i++) {
            say(connect(), "GET / HTTP/1.1\r\n");
        }

        Socket late = connect();
        say(late, REQUEST);
        assertThat(answer(late)).isEmpty();
        given().get("/q/health/live").then().statusCode(200);

        say(early, "{\"a\": 1}\n");
        assertThat(answer(early)).startsWith("HTTP/1.1 ");
    }

    @Test
    void tellsNewSocketsToComeBackAndStillAnswersRequests() throws IOException {
        for (int i = 0; i < MOST * 9 / 10; i++) {
            say(connect(), BODY_COMES);
        }
        await().atMost(SOON).until(() -> Connections.OF_PROCESS.open() >= MOST * 9 / 10);

        Socket page = connect();
        say(page, UPGRADE);
        assertThat(answer(page)).startsWith("HTTP/1.1 503").containsIgnoringCase("Retry-After: ");
        Socket request = connect();
        say(request, REQUEST);
        assertThat(answer(request)).startsWith("HTTP/1.1 401");
        given().get("/q/health/ready").then().body(containsString("socket"));
    }

    private Socket connect() throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(200);
        sockets.add(socket);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
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

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }
}
