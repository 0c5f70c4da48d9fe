package org.lethe.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.FrameSocket;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.stack.suite.LetheStack;

/** No endpoint and no socket is open to somebody without a token, or with one that is not valid. */
@ExtendWith(SharedSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
class RefusalIT {
    private static final Duration PAST = Duration.ofMinutes(-1);

    private final LiveChat chat;
    private final List<Endpoint> endpoints;
    private final OwnTokens own;
    private final List<String> expired;
    private final List<String> forged = new ArrayList<>(List.of("nonsense", "a.b.c"));

    RefusalIT(LetheStack suite, People people) {
        chat = LiveChat.open(suite, people);
        endpoints = Endpoint.all(suite.state());
        own = OwnTokens.of(suite.state().secrets(), People.ACCOUNT);
        expired =
                List.of(
                        own.visit(visit(), PAST),
                        own.participant(chat.chat().chat(), visit(), PAST),
                        new BriefSignIn(people.gateway()).expired(filePath()));
        chat.rightful().values().forEach(token -> forged.addAll(Tampered.of(token)));
    }

    @AfterAll
    void theChatEnds() {
        chat.close();
    }

    private String visit() {
        return chat.chat().visitor().visit();
    }

    private String filePath() {
        return "/v1/chats/%s/files/%s".formatted(chat.chat().chat(), chat.known().get("file"));
    }

    @Test
    void listsTheEndpointsOfEveryService() {
        assertThat(endpoints.stream().map(Endpoint::service).distinct())
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(endpoints).hasSizeGreaterThan(20);
    }

    /** Else a refusal below could have another reason than the one that it is tested for. */
    @Test
    void acceptsTokensOfTheSameMakeThatAreInTime() {
        Duration future = Duration.ofMinutes(1);
        var gateway = chat.people().gateway();
        assertThat(gateway.get("/v1/me", own.visit(visit(), future)).status()).isEqualTo(200);
        assertThat(
                        gateway.get(
                                        filePath(),
                                        own.participant(chat.chat().chat(), visit(), future))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void asksForAToken() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints.stream().filter(Endpoint::secured).toList()) {
            Answer answer = endpoint.call(chat.people().gateway(), chat.harmless(), null, "{}");
            softly.assertThat(endpoint.code(answer))
                    .as(endpoint + " without a token")
                    .isEqualTo(endpoint.refusal(ErrorCode.TOKEN_MISSING));
        }
        softly.assertAll();
    }

    @Test
    void refusesExpiredAndForgedTokens() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints.stream().filter(Endpoint::secured).toList()) {
            for (String token : invalid()) {
                Answer answer =
                        endpoint.call(chat.people().gateway(), chat.harmless(), token, "{}");
                softly.assertThat(endpoint.code(answer))
                        .as(endpoint + " with the invalid token " + invalid().indexOf(token))
                        .isEqualTo(endpoint.refusal(ErrorCode.TOKEN_INVALID));
            }
        }
        softly.assertAll();
    }

    private List<String> invalid() {
        List<String> all = new ArrayList<>(expired);
        all.addAll(forged);
        return all;
    }

    @Test
    void refusesSocketsWithoutAValidToken() {
        Sockets sockets = new Sockets(chat);
        SoftAssertions softly = new SoftAssertions();
        for (String path : Sockets.paths(chat.known())) {
            String origin = sockets.origin(path);
            for (String token : invalid()) {
                softly.assertThat(sockets.closeCode(path, origin, Sockets.hello(token)))
                        .as(path + " with the invalid token " + invalid().indexOf(token))
                        .isEqualTo(ErrorCode.TOKEN_INVALID.closeCode());
            }
            softly.assertThat(sockets.closeCode(path, origin, "{\"type\":\"hello\"}"))
                    .as(path + " without a token")
                    .isBetween(4400, 4401);
            softly.assertThat(sockets.closeCode(path, origin, "{\"type\":\"heartbeat\"}"))
                    .as(path + " without hello")
                    .isBetween(4400, 4401);
        }
        softly.assertAll();
    }

    /** The services grant five seconds to clocks that differ, and look every four. */
    @Test
    void endsSocketsOfOperatorsWithTheirToken() {
        Sockets sockets = new Sockets(chat);
        SoftAssertions softly = new SoftAssertions();
        for (String path : List.of("/v1/desk/socket", "/v1/visitors/socket")) {
            String brief = new BriefSignIn(chat.people().gateway()).token();
            try (FrameSocket socket = sockets.open(path, sockets.origin(path))) {
                socket.sendText(Sockets.hello(brief));
                socket.await("ready");
                softly.assertThat(socket.awaitClose(Duration.ofSeconds(30)))
                        .as(path)
                        .isEqualTo(ErrorCode.TOKEN_EXPIRED.closeCode());
            }
        }
        softly.assertAll();
    }

    /** A page that is closed can set no header, so its goodbye has the token in the body. */
    @Test
    void asksAGoodbyeForTheVisitsOwnToken() {
        assertThat(goodbye(visit(), "")).isEqualTo("token-missing");
        assertThat(goodbye(visit(), "{}")).isIn("token-missing", "malformed");
        assertThat(goodbye(visit(), "{")).isEqualTo("malformed");
        assertThat(invalid())
                .allSatisfy(token ->
                        assertThat(goodbye(visit(), body(token))).isEqualTo("token-invalid"));
        String missing = chat.unknown().getOrDefault("visit", "");
        Map<String, String> others = chat.strangers();
        others.putAll(chat.rightful());
        others.remove("visitor");
        assertThat(others)
                .allSatisfy((who, token) -> {
                    assertThat(goodbye(visit(), body(token))).as(who).isEqualTo("not-found");
                    assertThat(goodbye(missing, body(token))).as(who).isEqualTo("not-found");
                });
        assertThat(chat.operator().visitors().unread())
                .as("the visitor has not left")
                .noneMatch(frame ->
                        frame.path("type").asText().equals("gone")
                                && frame.toString().contains(visit()));
    }

    private String goodbye(String visit, String body) {
        return chat.people()
                .gateway()
                .with("Content-Type", "text/plain")
                .with("Origin", chat.people().origin())
                .send("POST", "/v1/visits/" + visit + "/leave", null, BodyPublishers.ofString(body))
                .problemCode();
    }

    private static String body(String token) {
        return Json.object().put("token", token).toString();
    }
}
