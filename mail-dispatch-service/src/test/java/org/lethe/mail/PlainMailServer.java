package org.lethe.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lethe.stack.fixture.TestSettings;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server without TLS.
 *
 * <p>It refuses recipients that begin with {@code refused} for good, and those that begin with
 * {@code later} the first two times.
 */
public final class PlainMailServer extends TestSettings {

    private static final List<String> MAILS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger DEFERRED = new AtomicInteger();

    private @Nullable SMTPServer server;

    @Override
    public Map<String, String> start() {
        MAILS.clear();
        DEFERRED.set(0);
        int port = freePort();
        SMTPServer started =
                SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .messageHandlerFactory(Incoming::new)
                        .build();
        started.start();
        server = started;
        var settings = new HashMap<>(new ShortRhythms().start());
        settings.put("quarkus.mailer.host", "localhost");
        settings.put("quarkus.mailer.port", Integer.toString(port));
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }

    /** The accepted mails, as they came: recipient, then all lines. */
    static List<String> mailsTo(String recipient) {
        return MAILS.stream().filter(mail -> mail.startsWith(recipient + "\n")).toList();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Incoming implements MessageHandler {

        private String recipient = "";

        Incoming(MessageContext context) {}

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String to) throws RejectException {
            if (to.startsWith("refused")) {
                throw new RejectException(550, "no such mailbox " + to);
            }
            if (to.startsWith("later") && DEFERRED.incrementAndGet() <= 2) {
                throw new RejectException(450, "greylisted " + to);
            }
            recipient = to;
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            MAILS.add(recipient + "\n" + new String(data.readAllBytes(), StandardCharsets.UTF_8));
            return null;
        }

        @Override
        public void done() {}
    }
}
