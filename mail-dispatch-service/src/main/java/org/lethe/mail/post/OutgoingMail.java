package org.lethe.mail.post;

import java.util.Optional;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.personal.EmailAddress;

/**
 * A mail on its way to the mail server, in memory only.
 *
 * @param letter makes the Message-ID, which is the same for every attempt, so that a mail server or
 *     reader can tell a repetition
 */
public record OutgoingMail(
        LetterId letter,
        EmailAddress recipient,
        Optional<EmailAddress> replyTo,
        String subject,
        String text,
        String html) {

    @Override
    public String toString() {
        return "[redacted]";
    }
}
