package org.lethe.mail.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import org.lethe.contracts.personal.EmailAddress;

/** A mail as it goes over the wire: text and HTML of the same letter. */
final class LetterMessage extends MimeMessage {

    private final String messageId;

    private LetterMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static LetterMessage of(Session session, OutgoingMail mail, InternetAddress from, String domain)
            throws MessagingException {
        var message = new LetterMessage(session, "<" + mail.letter().value() + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, address(mail.recipient()));
        if (mail.replyTo().isPresent()) {
            message.setReplyTo(new InternetAddress[] {address(mail.replyTo().get())});
        }
        message.setSubject(mail.subject(), UTF_8.name());
        message.setSentDate(Date.from(Instant.now()));
        // No out-of-office answer shall come back, with the letter quoted in it.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(mail.text(), "plain"));
        parts.addBodyPart(part(mail.html(), "html"));
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    /** The same for every attempt at a letter. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        // Lines end so in all text of a mail, that which is encoded too (RFC 2046 4.1.1).
        part.setText(text.replace("\n", "\r\n"), UTF_8.name(), subtype);
        return part;
    }

    private static InternetAddress address(EmailAddress address) throws MessagingException {
        return new InternetAddress(address.reveal(), true);
    }
}
