package org.lethe.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.FrameSocket;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.stack.account.DemoAccounts;
import org.lethe.stack.suite.LetheStack;

/** A page of another site can do nothing with a visitor's token, nor with an operator's. */
@ExtendWith(SharedSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
class OriginIT {
    private static final String UNKNOWN = "https://evil.example";

    /** Known to the suite, and not acme's. */
    private static final String OTHER_ACCOUNT = DemoAccounts.GLOBEX_SITE.toString();

    private static final String REFUSED = ErrorCode.ORIGIN_REFUSED.code();

    private final LiveChat chat;
    private final List<Endpoint> endpoints;

    OriginIT(LetheStack suite, People people) {
        chat = LiveChat.open(suite, people);
        endpoints = Endpoint.all(suite.state());
    }

    @AfterAll
    void theChatEnds() {
        chat.close();
    }

    private Gateway from(String origin) {
        return chat.people().gateway().with("Origin", origin);
    }

    @Test
    void refusesAnUnknownOriginBeforeAnythingElse() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints) {
            for (String token : chat.rightful().values()) {
                var answer = endpoint.call(from(UNKNOWN), chat.harmless(), token, "{}");
                softly.assertThat(endpoint.code(answer))
                        .as(endpoint + " from an unknown origin")
                        .isEqualTo(endpoint.refusal(ErrorCode.ORIGIN_REFUSED));
            }
        }
        softly.assertAll();
    }

    /** Callers whom an endpoint does not admit are told that there is nothing. */
    @Test
    void refusesTheOriginOfAnotherAccount() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints.stream().filter(Endpoint::secured).toList()) {
            List<String> codes =
                    chat.rightful().values().stream()
                            .map(token ->
                                    endpoint.call(
                                            from(OTHER_ACCOUNT), chat.harmless(), token, "{}"))
                            .map(endpoint::code)
                            .toList();
            softly.assertThat(codes)
                    .as(endpoint + " from another account's origin")
                    .isSubsetOf(
                            endpoint.refusal(ErrorCode.ORIGIN_REFUSED),
                            endpoint.refusal(ErrorCode.NOT_FOUND))
                    .contains(endpoint.refusal(ErrorCode.ORIGIN_REFUSED));
        }
        softly.assertAll();
    }

    @Test
    void opensNoVisitOnAPageOfAnotherAccount() {
        ObjectNode visit = Json.object().put("account", People.ACCOUNT);
        visit.putObject("page").put("url", OTHER_ACCOUNT + "/").put("title", "Another shop");
        visit.set("consent", consent());

        assertThat(from(OTHER_ACCOUNT).post("/v1/visits", null, visit).problemCode())
                .isEqualTo(REFUSED);
        assertThat(from(chat.people().origin()).post("/v1/visits", null, visit).status())
                .isEqualTo(201);
    }

    @Test
    void takesNoOfflineMessageOnAPageOfAnotherAccount() {
        ObjectNode message =
                Json.object()
                        .put("account", People.ACCOUNT)
                        .put("id", UUID.randomUUID().toString())
                        .put("name", "Kim")
                        .put("email", "kim@visitor.example")
                        .put("message", "Call me");
        message.set("consent", consent());

        assertThat(from(OTHER_ACCOUNT).post("/v1/offline-messages", null, message).problemCode())
                .isEqualTo(REFUSED);
    }

    @Test
    void takesNoGoodbyeFromAPageOfAnotherAccount() {
        String token = chat.chat().visitor().visitToken();
        var answer =
                from(OTHER_ACCOUNT)
                        .with("Content-Type", "text/plain")
                        .send(
                                "POST",
                                "/v1/visits/" + chat.chat().visitor().visit() + "/leave",
                                null,
                                BodyPublishers.ofString(
                                        Json.object().put("token", token).toString()));

        assertThat(answer.problemCode()).isEqualTo(REFUSED);
    }

    private static ObjectNode consent() {
        return Json.object().put("text", "I agree.").put("at", Instant.now().toString());
    }

    @Test
    void refusesSocketsOfOtherPagesWithTheRightfulToken() {
        Sockets sockets = new Sockets(chat);
        SoftAssertions softly = new SoftAssertions();
        for (String path : Sockets.paths(chat.known())) {
            String hello = Sockets.hello(sockets.token(path));
            try (FrameSocket rightful = sockets.open(path, sockets.origin(path))) {
                rightful.sendText(hello).await("ready");
            }
            for (String origin : List.of(UNKNOWN, OTHER_ACCOUNT)) {
                softly.assertThat(sockets.closeCode(path, origin, hello))
                        .as(path + " from " + origin)
                        .isEqualTo(ErrorCode.ORIGIN_REFUSED.closeCode());
            }
        }
        softly.assertAll();
    }
}
