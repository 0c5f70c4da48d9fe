package org.lethe.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpClosedException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.EmailAddress;

class FailuresTest {

    @ParameterizedTest
    @MethodSource("failures")
    void findsTheCode(Throwable failure, ErrorCode code) {
        assertThat(Failures.codeOf(failure)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "400,MALFORMED",
        "401,NOT_FOUND",
        "403,NOT_FOUND",
        "404,NOT_FOUND",
        "405,METHOD_NOT_ALLOWED",
        "406,MALFORMED",
        "413,TOO_LARGE",
        "415,UNSUPPORTED_TYPE",
        "418,MALFORMED",
        "500,INTERNAL",
        "503,UNAVAILABLE"
    })
    void findsTheNearestCodeToAStatus(int status, ErrorCode code) {
        assertThat(Failures.codeOf(status)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "nora, MALFORMED",
        "nor\u00E4@visitor.example, MAILBOX_UNSUPPORTED",
    })
    void saysWhatIsWrongWithWhatWasTyped(String address, ErrorCode code) {
        assertThat(Failures.codeOf(unread("\"" + address + "\""))).isEqualTo(code);
    }

    @Test
    void takesWhatCannotBeReadOfOursForAFault() {
        assertThat(Failures.codeOfOurs(thrown(() -> new AccountId("Vera"))))
                .isEqualTo(ErrorCode.INTERNAL);
        assertThat(Failures.codeOfOurs(new Refusal(ErrorCode.CONFLICT)))
                .isEqualTo(ErrorCode.CONFLICT);
    }

    @Test
    void isNoFaultButAnAnswer() {
        var refusal = new Refusal(ErrorCode.NOT_FOUND);

        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(refusal).hasMessage("not-found");
    }

    @Test
    void saysDetailsBesideTheProblem() throws JsonProcessingException {
        Response answer =
                ProblemResponses.of(
                        new Refusal(ErrorCode.MALFORMED, Map.of("message", "It is no request.")));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(WireFormat.mapper().writeValueAsString(answer.getEntity()))
                .isEqualTo(
                        """
                        {"type":"urn:lethe:problem:malformed",\
                        "title":"The request can't be understood.","status":400,\
                        "code":"malformed","retryable":false,\
                        "error":{"message":"It is no request."}}\
                        """);
    }

    static Stream<Arguments> failures() {
        var endless = new IllegalStateException("a");
        endless.initCause(new IllegalStateException("b", endless));
        return Stream.of(
                Arguments.of(new Refusal(ErrorCode.CONFLICT), ErrorCode.CONFLICT),
                Arguments.of(
                        new RuntimeException(new Refusal(ErrorCode.CONFLICT)), ErrorCode.CONFLICT),
                Arguments.of(new JsonParseException(null, "Vera"), ErrorCode.MALFORMED),
                Arguments.of(
                        new UncheckedIOException(new JsonParseException(null, "Vera")),
                        ErrorCode.INTERNAL),
                Arguments.of(
                        new IllegalStateException(thrown(() -> new AccountId("Vera"))),
                        ErrorCode.INTERNAL),
                Arguments.of(new WebApplicationException(503), ErrorCode.UNAVAILABLE),
                Arguments.of(new ValidationException("Vera"), ErrorCode.MALFORMED),
                Arguments.of(thrown(() -> new AccountId("Vera")), ErrorCode.MALFORMED),
                Arguments.of(thrown(() -> EmailAddress.of("Vera")), ErrorCode.MALFORMED),
                Arguments.of(new IOException("Vera"), ErrorCode.INTERNAL),
                Arguments.of(
                        new UncheckedIOException(
                                new IOException(new HttpClosedException("Connection was closed"))),
                        ErrorCode.UNAVAILABLE),
                Arguments.of(new ClosedChannelException(), ErrorCode.UNAVAILABLE),
                Arguments.of(new SocketException("Connection reset"), ErrorCode.UNAVAILABLE),
                Arguments.of(endless, ErrorCode.INTERNAL));
    }

    private static Throwable unread(String json) {
        try {
            throw new AssertionError(WireFormat.mapper().readValue(json, EmailAddress.class));
        } catch (JsonProcessingException e) {
            return e;
        }
    }

    private static Throwable thrown(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("nothing was thrown");
    }
}
