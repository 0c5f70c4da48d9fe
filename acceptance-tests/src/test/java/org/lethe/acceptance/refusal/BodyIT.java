package org.lethe.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.stack.suite.LetheStack;

/** What can't be read, or is too large, is refused with the catalogue's error. */
@ExtendWith(SharedSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
class BodyIT {
    /** Above the services' limit of 64 KiB, below the gateway's of 256. */
    private static final int FOR_SERVICES = 70_000;

    private static final int FOR_GATEWAY = 300_000;
    private static final int MEBIBYTE = 1 << 20;
    private static final int ATTEMPTS = 8;
    private static final String TOO_LARGE = ErrorCode.TOO_LARGE.code();

    private final LiveChat chat;
    private final List<Endpoint> endpoints;

    BodyIT(LetheStack suite, People people) {
        chat = LiveChat.open(suite, people);
        endpoints = Endpoint.all(suite.state()).stream().filter(Endpoint::takesJson).toList();
    }

    @AfterAll
    void theChatEnds() {
        chat.close();
    }

    private Collection<String> tokensFor(Endpoint endpoint) {
        return endpoint.secured() ? chat.rightful().values() : List.of("none needed");
    }

    @Test
    void refusesMalformedBodies() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints) {
            for (String body : List.of("{", "[]", "\"x\"", "\u0000")) {
                List<String> codes =
                        tokensFor(endpoint).stream()
                                .map(token ->
                                        endpoint.call(
                                                chat.people().gateway(),
                                                chat.harmless(),
                                                token,
                                                body))
                                .map(endpoint::code)
                                .toList();
                softly.assertThat(codes)
                        .as(endpoint + " with a malformed body")
                        .doesNotContain("internal", "")
                        .anyMatch(code ->
                                !Set.of("not-found", "token-missing", "token-invalid")
                                        .contains(code));
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {FOR_SERVICES, FOR_GATEWAY})
    void refusesOversizedBodies(int length) {
        String large = "{\"x\":\"" + "y".repeat(length) + "\"}";
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints) {
            for (String token : tokensFor(endpoint)) {
                Answer answer =
                        answered(
                                length > FOR_SERVICES,
                                () ->
                                        endpoint.call(
                                                chat.people().gateway(),
                                                chat.harmless(),
                                                token,
                                                large));
                softly.assertThat(endpoint.code(answer))
                        .as(endpoint + " with " + length + " bytes")
                        .isEqualTo(TOO_LARGE);
            }
        }
        softly.assertAll();
    }

    @Test
    void refusesAnOversizedGoodbye() {
        Answer answer =
                chat.people()
                        .gateway()
                        .with("Content-Type", "text/plain")
                        .send(
                                "POST",
                                "/v1/visits/" + chat.chat().visitor().visit() + "/leave",
                                null,
                                BodyPublishers.ofString("x".repeat(FOR_SERVICES)));
        assertThat(answer.problemCode()).isEqualTo(TOO_LARGE);
    }

    /** The service takes 25 MiB, the gateway lets 32 through. */
    @ParameterizedTest
    @ValueSource(ints = {26, 33})
    void refusesAnOversizedFile(int mebibytes) {
        byte[] content = new byte[mebibytes * MEBIBYTE];

        Answer declared = answered(true, () -> upload(BodyPublishers.ofByteArray(content)));
        assertThat(declared.problemCode()).isEqualTo(TOO_LARGE);
    }

    /** Nothing says beforehand how long it will be. */
    @Test
    void refusesAFileThatTurnsOutToBeOversized() {
        byte[] content = new byte[26 * MEBIBYTE];

        Answer counted =
                answered(
                        true,
                        () ->
                                upload(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(content))));
        assertThat(counted.problemCode()).isEqualTo(TOO_LARGE);
    }

    private Answer upload(BodyPublisher content) {
        return chat.people()
                .gateway()
                .with("Content-Type", "text/plain")
                .with("Lethe-File-Name", "large.txt")
                .send(
                        "POST",
                        "/v1/chats/" + chat.chat().chat() + "/files",
                        chat.chat().visitor().chatToken(),
                        content);
    }

    /**
     * A server that does not read the rest of a large body may hang up before its answer was read;
     * then the client asks again. Of a body that fits into the connection's buffers the answer must
     * come at once.
     */
    private static Answer answered(boolean mayHangUp, Supplier<Answer> request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (UnexpectedAnswer e) {
                if (!mayHangUp || attempt == ATTEMPTS || !(e.getCause() instanceof IOException)) {
                    throw e;
                }
            }
        }
    }

    @Test
    void refusesMalformedAndOversizedFrames() {
        Sockets sockets = new Sockets(chat);
        SoftAssertions softly = new SoftAssertions();
        for (String path : Sockets.paths(chat.known())) {
            String origin = sockets.origin(path);
            softly.assertThat(sockets.closeCode(path, origin, "{"))
                    .as(path + " with a malformed frame")
                    .isEqualTo(ErrorCode.MALFORMED.closeCode());
            String large = Sockets.hello("x".repeat(200_000));
            softly.assertThat(sockets.closeCode(path, origin, large))
                    .as(path + " with an oversized frame")
                    .isIn(1009, ErrorCode.TOO_LARGE.closeCode());
        }
        softly.assertAll();
    }
}
