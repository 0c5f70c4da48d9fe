package org.lethe.runtime.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** The way to a real server that is shut at first: a port on which nobody listens yet. */
final class LateDoor implements AutoCloseable {

    private final ServerSocket listening;

    private LateDoor(ServerSocket listening) {
        this.listening = listening;
    }

    /** A port that nobody has now. */
    static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the port leads to the server. */
    static LateDoor open(int port, URI server) throws IOException {
        var listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    Socket client = listening.accept();
                    var behind = new Socket(server.getHost(), server.getPort());
                    Thread.startVirtualThread(() -> pump(client, behind));
                    Thread.startVirtualThread(() -> pump(behind, client));
                }
            } catch (IOException e) {
                // It is closed.
            }
        });
        return new LateDoor(listening);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One side has gone, and takes the other with it.
        }
    }
}
