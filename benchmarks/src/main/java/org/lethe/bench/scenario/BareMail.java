package org.lethe.bench.scenario;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.lethe.stack.certificate.LocalCertificate;
import org.lethe.stack.layout.StackState;

/**
 * Mails over TLS by a client that has one session with this mail server, and nothing else to do.
 */
final class BareMail {

    private static final String SENDER = "bench@senders.example";
    private static final String RECIPIENT = "bare@recipients.example";

    private BareMail() {}

    /**
     * Hands mails over, one after the other in one session.
     *
     * @param length of each in characters
     * @return how many a second
     */
    static double send(StackState.Mail server, int count, int length) {
        var session = Session.getInstance(new Properties());
        session.getProperties().put("mail.smtp.host", "localhost");
        session.getProperties().put("mail.smtp.port", Integer.toString(server.port()));
        session.getProperties().put("mail.smtp.starttls.required", "true");
        session.getProperties()
                .put(
                        "mail.smtp.ssl.socketFactory",
                        LocalCertificate.clientContext(server.certificate()).getSocketFactory());
        try (Transport transport = session.getTransport("smtp")) {
            var mail = mail(session, length);
            transport.connect();
            long begin = System.nanoTime();
            for (int number = 0; number < count; number++) {
                transport.sendMessage(mail, mail.getAllRecipients());
            }
            return count / ((System.nanoTime() - begin) / (double) Duration.ofSeconds(1).toNanos());
        } catch (MessagingException e) {
            throw new IllegalStateException("a bare mail was not taken", e);
        }
    }

    private static MimeMessage mail(Session session, int length) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(SENDER));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(RECIPIENT));
        mail.setSubject("As long as a letter");
        mail.setText(
                ("x".repeat(70) + "\r\n").repeat(length / 72), StandardCharsets.US_ASCII.name());
        mail.saveChanges();
        return mail;
    }
}
