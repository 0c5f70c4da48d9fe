package org.lethe.stack.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lethe.stack.certificate.LocalCertificate;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** The SMTP side: offers STARTTLS, accepts everything, and can be away for a while. */
final class MailListener {

    private static final int MAX_BYTES = 20 * 1024 * 1024;

    private final MailBox box;
    private final int port;
    private final LocalCertificate certificate;
    private @Nullable SMTPServer server;

    MailListener(MailBox box, int port, LocalCertificate certificate) {
        this.box = box;
        this.port = port;
        this.certificate = certificate;
    }

    synchronized void start() {
        if (server != null) {
            return;
        }
        var started =
                SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .softwareName("Lethe inbox")
                        .enableTLS()
                        .startTlsSocketFactory(certificate.serverContext())
                        .connectionTimeout(30, TimeUnit.SECONDS)
                        .maxMessageSize(MAX_BYTES)
                        .messageHandlerFactory(Incoming::new)
                        .build();
        started.start();
        server = started;
    }

    /** Closes the port and every connection: the mail server is down. */
    synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    synchronized boolean running() {
        return server != null;
    }

    /** One mail on its way in. */
    private final class Incoming implements MessageHandler {

        private final boolean tls;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Incoming(MessageContext context) {
            this.tls = context instanceof Session session && session.isTLSStarted();
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            box.add(sender, recipients, tls, data.readAllBytes());
            return null;
        }

        @Override
        public void done() {}
    }
}
