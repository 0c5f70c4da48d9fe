package org.lethe.mail.post;

import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server of which nothing stays in memory when it is closed.
 *
 * <p>Its base class has a finalizer, so the collector would keep it, with the last kilobytes of the
 * letter in its buffer, until that has run. A finalizer that is empty makes the JVM register none.
 */
final class ForgetfulTransport extends SMTPTransport {

    ForgetfulTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    @Override
    @SuppressWarnings({"removal", "Finalize", "deprecation"})
    protected void finalize() {}
}
