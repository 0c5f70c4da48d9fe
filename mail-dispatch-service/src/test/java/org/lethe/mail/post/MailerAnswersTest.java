package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.mail.post.Delivery.Postponed;
import org.lethe.mail.post.Delivery.Refused;

class MailerAnswersTest {

    private static final String SENDER = "sender address not accepted";
    private static final String RECIPIENT = "recipient address not accepted";
    private static final String DATA = "DATA command not accepted";
    private static final String MAIL = "sending data failed";

    @ParameterizedTest
    @ValueSource(strings = {RECIPIENT, DATA, MAIL})
    void whatIsRefusedForGoodIsRefused(String step) {
        assertThat(read(answer(step, 550))).isEqualTo(new Refused(550));
    }

    @ParameterizedTest
    @ValueSource(strings = {SENDER, RECIPIENT, DATA, MAIL, "got error response"})
    void aTemporaryAnswerIsPostponed(String step) {
        assertThat(read(answer(step, 451))).isEqualTo(new Postponed(PostponeReason.DEFERRED));
    }

    @ParameterizedTest
    @ValueSource(strings = {SENDER, "got error response", "HELO failed.", "AUTH PLAIN failed"})
    void aRefusalOfUsIsNoRefusalOfTheLetter(String step) {
        assertThat(read(answer(step, 554))).isEqualTo(new Postponed(PostponeReason.CLIENT_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(ints = {530, 534, 535, 538})
    void aMissingSignInIsNoRefusalOfTheLetter(int code) {
        assertThat(read(answer(RECIPIENT, code)))
                .isEqualTo(new Postponed(PostponeReason.CLIENT_REFUSED));
    }

    @Test
    void aMailThatIsTooLargeForTheServerIsRefused() {
        assertThat(read(new IllegalStateException("message exceeds allowed size limit")))
                .isEqualTo(new Refused(552));
    }

    @Test
    void tellsWhyThereIsNoConnection() {
        assertThat(read(new ConnectException("no")))
                .isEqualTo(new Postponed(PostponeReason.UNREACHABLE));
        assertThat(read(new IOException(new SSLHandshakeException("no"))))
                .isEqualTo(new Postponed(PostponeReason.TLS_FAILED));
        assertThat(read(new IOException("STARTTLS required but not supported by server")))
                .isEqualTo(new Postponed(PostponeReason.TLS_MISSING));
        assertThat(read(new IOException("login is required, but no allowed AUTH methods")))
                .isEqualTo(new Postponed(PostponeReason.CLIENT_REFUSED));
    }

    @Test
    void aConnectionThatBreaksOnceTheServerHasTheMailIsNoAnswer() {
        assertThat(MailerAnswers.read(new IOException("reset"), true))
                .isEqualTo(new Delivery.Unanswered());
        assertThat(MailerAnswers.read(answer(MAIL, 554), true)).isEqualTo(new Refused(554));
        assertThat(read(new IOException("reset")))
                .isEqualTo(new Postponed(PostponeReason.UNREACHABLE));
    }

    private static Delivery read(Throwable failure) {
        return MailerAnswers.read(failure, false);
    }

    private static SMTPException answer(String step, int code) {
        return new SMTPException(step, code, List.of(code + " no"), false);
    }
}
