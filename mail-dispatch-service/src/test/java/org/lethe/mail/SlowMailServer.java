package org.lethe.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that thinks about its first recipient until it is told to go on. */
final class SlowMailServer implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    private SlowMailServer(int port) {
        this.server =
                SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .messageHandlerFactory(context -> new Incoming())
                        .build();
    }

    static SlowMailServer start() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var slow = new SlowMailServer(socket.getLocalPort());
            socket.close();
            slow.server.start();
            return slow;
        }
    }

    Map<String, String> settings() {
        return Map.of(
                "quarkus.mailer.host",
                "localhost",
                "quarkus.mailer.port",
                Integer.toString(server.getPortAllocated()));
    }

    boolean isAskedForARecipient() {
        return asked.getCount() == 0;
    }

    void goOn() {
        goOn.countDown();
    }

    List<String> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() {
        goOn();
        server.stop();
    }

    private final class Incoming implements MessageHandler {

        private String recipient = "";

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String to) {
            recipient = to;
            asked.countDown();
            try {
                var _ = goOn.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            var _ = data.readAllBytes();
            mails.add(recipient);
            return null;
        }

        @Override
        public void done() {}
    }
}
