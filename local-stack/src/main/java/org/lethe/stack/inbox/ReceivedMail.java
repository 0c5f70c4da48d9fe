package org.lethe.stack.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A mail as it was received. It is a letter that has left the suite; nothing here is redacted.
 *
 * @param from the sender of the envelope
 * @param to the recipients of the envelope
 * @param tls whether it came over an encrypted connection
 * @param text its plain-text part, or empty
 * @param html its HTML part, or empty
 * @param raw all of it
 */
public record ReceivedMail(
        long id,
        Instant at,
        String from,
        List<String> to,
        boolean tls,
        String subject,
        String text,
        String html,
        String raw) {

    public ReceivedMail {
        to = List.copyOf(to);
    }

    static ReceivedMail of(MailSummary summary, byte[] raw) {
        MailParser.Parts parts = MailParser.parse(raw);
        return new ReceivedMail(
                summary.id(),
                summary.at(),
                summary.from(),
                summary.to(),
                summary.tls(),
                parts.subject(),
                parts.text(),
                parts.html(),
                new String(raw, StandardCharsets.UTF_8));
    }
}
