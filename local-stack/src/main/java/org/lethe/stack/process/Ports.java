package org.lethe.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of this machine. */
public final class Ports {

    private static final int CONNECT_MILLIS = 200;

    private Ports() {}

    /** Refuses a port that somebody else listens on, before a part is started on it. */
    public static void requireFree(String part, int port) {
        if (taken(port)) {
            throw new PartFailure(
                    part, "port " + port + " is taken; end what listens there or choose another");
        }
    }

    /** Whether anything listens on the port, on the IPv4 or the IPv6 loopback address. */
    public static boolean taken(int port) {
        // A browser tries ::1 first for "localhost": a stranger there would get our requests.
        if (answers("::1", port)) {
            return true;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether something accepts connections at the port. */
    public static boolean answers(int port) {
        return answers("127.0.0.1", port);
    }

    /** A port that was free a moment ago. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PartFailure("ports", "no free port", e);
        }
    }

    private static boolean answers(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
