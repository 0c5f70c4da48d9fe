package org.lethe.privacy.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports for servers of tests, that of a node's cluster bus with each. */
final class FreePort {

    // Below the ports of whole stacks, which begin at 12,000; those of the bus at 21,000 are above
    // where most stacks end, and looked at too.
    private static final int FIRST_PORT = 11_000;
    private static final int PORTS = 1_000;

    /** From a node's port to that of its cluster bus. */
    private static final int BUS = 10_000;

    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));

    private FreePort() {}

    /**
     * A port below those that the system gives to outgoing connections, and never one twice:
     * between the look and the server's start nobody else takes it.
     */
    static int next() {
        while (true) {
            int port = FIRST_PORT + NEXT_PORT.getAndIncrement() % PORTS;
            if (isFree(port) && isFree(port + BUS)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
