package org.lethe.mail.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server of which nothing stays in memory when it is closed.
 *
 * <p>Its base class has a finalizer, so the collector would keep it, with the last kilobytes of the
 * letter in its buffer, until that has run. A finalizer that is empty makes the JVM register none.
 */
final class ForgetfulTransport extends SMTPTransport {

    private final Wire wire;
    private final Duration silence;
    private long end;
    private boolean sending;
    private boolean whole;

    ForgetfulTransport(Session session, Wire wire, Duration silence) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.wire = wire;
        this.silence = silence;
    }

    Session session() {
        return session;
    }

    /**
     * Sends a mail.
     *
     * @param time after which no answer is waited for any more
     */
    synchronized void send(MimeMessage mail, Duration time) throws MessagingException {
        end = System.nanoTime() + time.toNanos();
        sending = true;
        sendMessage(mail, mail.getAllRecipients());
    }

    /**
     * Once it has the whole mail, a server may take its time: who hangs up then has it sent twice.
     */
    @Override
    protected void finishData() throws IOException, MessagingException {
        whole = true;
        super.finishData();
    }

    /** Whether the server has, or may have, all of the mail. */
    synchronized boolean isWhole() {
        return whole;
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        if (sending) {
            waitForAnswer();
        }
        return super.readServerResponse();
    }

    private void waitForAnswer() throws MessagingException {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        try {
            wire.waitAtMost(whole || left.compareTo(silence) < 0 ? left : silence);
        } catch (SocketException e) {
            throw new MessagingException("the connection is broken", e);
        }
    }

    @Override
    @SuppressWarnings({"removal", "Finalize", "deprecation"})
    protected void finalize() {}
}
