package org.lethe.stack.inbox;

import java.time.Instant;
import java.util.List;

/**
 * What a list shows of a mail.
 *
 * @param from the sender of the envelope
 * @param to the recipients of the envelope
 * @param tls whether it came over an encrypted connection
 */
public record MailSummary(
        long id, Instant at, String from, List<String> to, boolean tls, String subject) {

    public MailSummary {
        to = List.copyOf(to);
    }
}
