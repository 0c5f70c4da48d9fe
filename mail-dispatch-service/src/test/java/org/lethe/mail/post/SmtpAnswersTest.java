package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.mail.post.Delivery.Postponed;
import org.lethe.mail.post.Delivery.Refused;

class SmtpAnswersTest {

    private static final Address[] NOBODY = {};

    @Test
    void aRecipientThatIsRefusedForGoodIsRefused() throws AddressException {
        assertThat(read(recipient(550))).isEqualTo(new Refused(550));
    }

    @Test
    void aMailThatIsRefusedForGoodIsRefused() {
        assertThat(read(mail(554))).isEqualTo(new Refused(554));
    }

    @Test
    void aTemporaryAnswerIsPostponed() throws AddressException {
        assertThat(read(recipient(450)))
                .isEqualTo(new Postponed(PostponeReason.DEFERRED));
        assertThat(read(mail(452))).isEqualTo(new Postponed(PostponeReason.DEFERRED));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 530, 535, 538, 550, 552, 554})
    void aRefusalOfTheSenderIsNoRefusalOfTheLetter(int code) {
        assertThat(read(mail("MAIL FROM:<chat@lethe.example>", code)))
                .isEqualTo(new Postponed(PostponeReason.CLIENT_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(ints = {530, 535, 538})
    void aMissingSignInIsNoRefusalOfTheLetter(int code) throws AddressException {
        assertThat(read(recipient(code)))
                .isEqualTo(new Postponed(PostponeReason.CLIENT_REFUSED));
        assertThat(read(mail("DATA", code)))
                .isEqualTo(new Postponed(PostponeReason.CLIENT_REFUSED));
    }

    @Test
    void aSenderThatIsDeferredIsDeferred() {
        assertThat(read(mail("MAIL FROM:<chat@lethe.example>", 451)))
                .isEqualTo(new Postponed(PostponeReason.DEFERRED));
    }

    @Test
    void tellsWhyOurselvesAreRefused() {
        assertThat(SmtpAnswers.whyClosed(new AuthenticationFailedException("535 no")))
                .isEqualTo(PostponeReason.CLIENT_REFUSED);
        assertThat(SmtpAnswers.whyClosed(greeting(554))).isEqualTo(PostponeReason.CLIENT_REFUSED);
        assertThat(SmtpAnswers.whyClosed(greeting(421))).isEqualTo(PostponeReason.DEFERRED);
    }

    @Test
    void tellsWhyThereIsNoConnection() {
        assertThat(SmtpAnswers.whyClosed(because(new ConnectException("no"))))
                .isEqualTo(PostponeReason.UNREACHABLE);
        assertThat(SmtpAnswers.whyClosed(because(new SocketTimeoutException("no"))))
                .isEqualTo(PostponeReason.SILENT);
        assertThat(SmtpAnswers.whyClosed(because(new IOException(new SSLHandshakeException("no")))))
                .isEqualTo(PostponeReason.TLS_FAILED);
        assertThat(
                        SmtpAnswers.whyClosed(
                                new MessagingException(
                                        "STARTTLS is required but host does not support it")))
                .isEqualTo(PostponeReason.TLS_MISSING);
    }

    @Test
    void aConnectionThatBreaksWhileHandingInIsPostponed() {
        assertThat(read(because(new IOException("reset"))))
                .isEqualTo(new Postponed(PostponeReason.UNREACHABLE));
    }

    @Test
    void aConnectionThatBreaksOnceTheServerHasTheMailIsNoAnswer() {
        assertThat(SmtpAnswers.read(because(new IOException("reset")), true))
                .isEqualTo(new Delivery.Unanswered());
        assertThat(SmtpAnswers.read(mail(554), true)).isEqualTo(new Refused(554));
    }

    private static Delivery read(MessagingException failure) {
        return SmtpAnswers.read(failure, false);
    }

    private static MessagingException greeting(int code) {
        return new MessagingException(
                "Could not connect to SMTP host: mail, port: 25, response: " + code);
    }

    private static MessagingException because(Exception cause) {
        return new MessagingException("broken", cause);
    }

    private static MessagingException mail(int code) {
        return mail(".", code);
    }

    private static MessagingException mail(String command, int code) {
        return new SMTPSendFailedException(
                command, code, code + " no", null, NOBODY, NOBODY, NOBODY);
    }

    private static MessagingException recipient(int code) throws AddressException {
        var address = new InternetAddress("desk@acme.example");
        var answer = new SMTPAddressFailedException(address, "RCPT TO", code, code + " no");
        return new SendFailedException(
                "Invalid Addresses", answer, NOBODY, NOBODY, new Address[] {address});
    }
}
