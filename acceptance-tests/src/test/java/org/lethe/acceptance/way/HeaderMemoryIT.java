package org.lethe.acceptance.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.FrameSocket;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.Trust;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.forensics.Canary;
import org.lethe.acceptance.forensics.HeapSearch;
import org.lethe.acceptance.journey.Conversation;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.suite.LetheStack;

/** Headers tell who and where somebody is; no service has them while a socket is open. */
@ExtendWith(SharedSuite.class)
class HeaderMemoryIT {
    private static final Duration SETTLE = Duration.ofSeconds(30);

    /** Makes a header's line long: what parsers keep are the ends of the longest lines. */
    private static final String PADDING = ".".repeat(1_500);

    private final long run = System.nanoTime();
    private final String agent = "zqxagent" + run;
    private final String cookie = "zqxcookie" + run;
    private final String mediaType = "zqxmediatype" + run;
    private final String address =
            "2001:db8:4321:8765:cba9:%x:%x:1".formatted(run & 0xffff, run >> 16 & 0xffff);

    @Test
    void noServiceKeepsHeadersOfThoseWhoAreConnected(LetheStack suite, People people) {
        Persona persona = Persona.of("headers" + run, address);
        Gateway visitors = people.gateway().with("Cookie", "seen=" + PADDING + cookie);
        Gateway all = visitors.with("User-Agent", agent()).with("X-Forwarded-For", address);
        String console = people.gateway().base().toString();
        try (var changed = AccountChange.of(people, account -> account.put("removeAddress", true));
                OperatorClient operator =
                        new OperatorClient(
                                all.with("Origin", console), people.token(People.OPERATOR));
                Conversation chat =
                        new Conversation(
                                persona,
                                new VisitorClient(
                                        visitors.with("User-Agent", agent()),
                                        People.ACCOUNT,
                                        people.origin(),
                                        persona),
                                operator)) {
            operator.openDesk();
            operator.watchVisitors();
            chat.visitor().openVisit();
            chat.begin();
            chat.talk();
            chat.exchangeFiles();
            refuse(suite, all);
            sendMediaTypes(all);
            List<FrameSocket> open =
                    List.of(
                            operator.desk(),
                            operator.visitors(),
                            chat.visitor().visitSocket(),
                            chat.visitor().chatSocket());

            HeapSearch heaps = new HeapSearch(suite.state(), canaries());
            List<String> left = new ArrayList<>();
            // What was being answered a moment ago may still be held by its thread.
            Pause.until(
                    SETTLE,
                    () -> {
                        left.clear();
                        left.addAll(heaps.found());
                        return left.isEmpty();
                    });

            assertThat(left).isEmpty();
            assertThat(open)
                    .allSatisfy(
                            socket -> assertThat(socket.awaitClose(Duration.ZERO)).isEqualTo(-1));
        }
    }

    /** Requests that are refused on their way, to each service, and behind the gateway. */
    private static void refuse(LetheStack suite, Gateway all) {
        for (ServiceKind service : ServiceKind.values()) {
            int port = Objects.requireNonNull(suite.state().ports().get(service.port().code()));
            Gateway direct = all.at(URI.create("http://127.0.0.1:" + port), Trust.COMMON);
            direct.get("/v1/nothing", null).expect(404);
            direct.post("/v1/nothing", "e30.e30.e30", Json.object()).expect(404);
        }
        all.post("/v1/visits", null, Json.object()).expect(400);
        all.post("/v1/offline-messages", null, Json.object()).expect(400);
        all.post("/v1/chats", null, Json.object()).expect(401);
        all.post("/requests", null, Json.object()).expect(401);
        Gateway stranger = all.with("Origin", "https://evil.example");
        stranger.get("/v1/desk/status?account=" + People.ACCOUNT, null).expect(403);
        assertThatThrownBy(() -> stranger.socket("/v1/desk/socket"))
                .isInstanceOf(UnexpectedAnswer.class);
    }

    /** A body's type and an answer's, of which each service is asked for one. */
    private void sendMediaTypes(Gateway all) {
        Gateway body = all.with("Content-Type", "application/x-" + mediaType);
        for (String path : List.of("/v1/visits", "/v1/chats", "/requests")) {
            body.send("POST", path, null, BodyPublishers.ofString("{}")).expect(415);
        }
        Gateway answer = all.with("Accept", "application/x-" + mediaType);
        answer.get("/v1/desk/status?account=" + People.ACCOUNT, null).expect(200);
        answer.get("/v1/data-map", null).expect(200);
    }

    private List<Canary> canaries() {
        return List.of(
                new Canary("User-Agent", agent, agent),
                new Canary("Cookie", cookie, cookie),
                new Canary("IP", address, address),
                new Canary("media type", mediaType, mediaType));
    }

    private String agent() {
        return Persona.FIREFOX + " " + PADDING + agent;
    }
}
