package org.lethe.mail.post;

import io.quarkus.runtime.Startup;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;

/**
 * The mail server, by Jakarta Mail: a connection a letter, blocking, with a time-out on every step.
 *
 * <p>Quarkus' own mailer connects and hands over in one call that has no time-outs, so that a
 * letter would be in clear while a server is waited for and couldn't be held back at the last
 * moment; and a transcript of thousands of lines didn't arrive by it.
 */
@ApplicationScoped
@Startup
class SmtpPostOffice implements PostOffice {

    private final SmtpSettings settings;

    @Inject
    SmtpPostOffice(PostSettings config, TlsConfigurationRegistry certificates) {
        this.settings = SmtpSettings.of(config, certificates);
    }

    @Override
    public Opening open(boolean tlsRequired) {
        ForgetfulTransport transport = settings.transport(tlsRequired);
        PostSettings config = settings.config();
        try {
            transport.connect(config.username().orElse(null), config.password().orElse(null));
            return new Opening.Open(new SmtpCounter(transport, settings));
        } catch (MessagingException e) {
            return new Opening.Closed(SmtpAnswers.whyClosed(e));
        }
    }

    private record SmtpCounter(ForgetfulTransport transport, SmtpSettings settings)
            implements Counter {

        @Override
        public Delivery handIn(OutgoingMail mail, Duration time) {
            // Jakarta Mail finds how to write each part by the thread's class loader.
            Thread.currentThread().setContextClassLoader(SmtpPostOffice.class.getClassLoader());
            try {
                MimeMessage message =
                        LetterMessage.of(
                                transport.session(), mail, settings.from(), settings.domain());
                transport.send(message, time);
                return new Delivery.Accepted();
            } catch (MessagingException e) {
                return SmtpAnswers.read(e, transport.isWhole());
            }
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // The server's last word was heard before; how it hangs up is its own affair.
            }
        }
    }
}
