package org.lethe.stack.inbox;

import java.nio.file.Path;
import java.time.Clock;
import org.lethe.stack.certificate.LocalCertificate;
import org.lethe.stack.process.Ports;

/** The mail server of the local stack, and the page on which its mail is read. */
public final class Inbox implements AutoCloseable {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final MailBox box = new MailBox(Clock.systemUTC(), MOST_BYTES);
    private final LocalCertificate certificate;
    private final MailListener listener;
    private final InboxPage page;

    private Inbox(int smtpPort, int pagePort, LocalCertificate certificate) {
        this.certificate = certificate;
        this.listener = new MailListener(box, smtpPort, certificate);
        this.page = new InboxPage(box, listener, pagePort);
    }

    public static Inbox start(int smtpPort, int pagePort, Path certificates) {
        Ports.requireFree("inbox (SMTP)", smtpPort);
        Ports.requireFree("inbox", pagePort);
        var inbox = new Inbox(smtpPort, pagePort, LocalCertificate.in(certificates, "inbox"));
        inbox.listener.start();
        inbox.page.start();
        return inbox;
    }

    /** The server's certificate in PEM. */
    public Path certificate() {
        return certificate.certificate();
    }

    @Override
    public void close() {
        listener.stop();
        page.stop();
        box.clear();
    }
}
