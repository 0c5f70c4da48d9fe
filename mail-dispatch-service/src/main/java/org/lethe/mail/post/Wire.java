package org.lethe.mail.post;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets of one conversation with the mail server.
 *
 * <p>It knows the one at the bottom, beneath TLS: how long that one waits can be changed in the
 * middle of the conversation, which the mail client has no setting for.
 */
final class Wire {

    private final SSLSocketFactory tls;
    private @Nullable Socket bottom;

    Wire(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** How long the server may say nothing from now on. */
    void waitAtMost(Duration silence) throws SocketException {
        if (bottom != null) {
            // None at all would mean for ever.
            bottom.setSoTimeout(Math.clamp(silence.toMillis(), 1, Integer.MAX_VALUE));
        }
    }

    SocketFactory plain() {
        return new Plain();
    }

    SSLSocketFactory encrypted() {
        try {
            return new Encrypted();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS", e);
        }
    }

    private final class Plain extends SocketFactory {

        private final SocketFactory sockets = SocketFactory.getDefault();

        @Override
        public Socket createSocket() throws IOException {
            Socket made = sockets.createSocket();
            bottom = made;
            return made;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return sockets.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress own, int ownPort)
                throws IOException {
            return sockets.createSocket(host, port, own, ownPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return sockets.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort)
                throws IOException {
            return sockets.createSocket(host, port, own, ownPort);
        }
    }

    /**
     * Implicit TLS and STARTTLS alike are laid over a socket that is there; the mail client asks
     * its own factory's other methods for none.
     */
    private final class Encrypted extends MailSSLSocketFactory {

        Encrypted() throws GeneralSecurityException {}

        @Override
        public synchronized Socket createSocket(
                Socket below, String host, int port, boolean autoClose) throws IOException {
            bottom = below;
            return tls.createSocket(below, host, port, autoClose);
        }
    }
}
