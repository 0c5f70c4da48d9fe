package org.lethe.mail.post;

import io.quarkus.mailer.Mail;
import java.util.List;
import org.lethe.contracts.personal.EmailAddress;

/** A mail as Quarkus' mailer takes it: text and HTML of the same letter. */
final class LetterMail {

    private LetterMail() {}

    /**
     * @param domain of the sender: the Message-ID is the same for every attempt at a letter
     */
    static Mail of(OutgoingMail mail, String domain) {
        var made =
                new Mail()
                        .setTo(List.of(mail.recipient().reveal()))
                        .setSubject(mail.subject())
                        .setText(mail.text())
                        .setHtml(mail.html())
                        .addHeader("Message-ID", "<" + mail.letter().value() + "@" + domain + ">")
                        // No out-of-office answer shall come back, with the letter quoted in it.
                        .addHeader("Auto-Submitted", "auto-generated")
                        .addHeader("X-Auto-Response-Suppress", "All");
        mail.replyTo().map(EmailAddress::reveal).ifPresent(made::setReplyTo);
        return made;
    }
}
