package org.lethe.acceptance.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a port of this machine whose connections are cut, stall, crawl, or go half dead. */
final class FlakyLink implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final long seed;
    private final AtomicLong taken = new AtomicLong();
    private final Set<FlakyConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean rough;

    private FlakyLink(ServerSocket door, int target, long seed, boolean rough) {
        this.door = door;
        this.target = target;
        this.seed = seed;
        this.rough = rough;
    }

    /**
     * Opens the way.
     *
     * @param seed by which each connection has its {@link Fate}
     * @param rough whether there are fates at all, until {@link #rough} or {@link #calm} says
     *     otherwise
     */
    static FlakyLink to(int target, long seed, boolean rough) {
        try {
            var door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            var link = new FlakyLink(door, target, seed, rough);
            Thread.ofVirtual().name("link to " + target).start(link::listen);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections there were. */
    long taken() {
        return taken.get();
    }

    void rough() {
        rough = true;
    }

    /** New connections are good ones, and those that say nothing are cut. */
    void calm() {
        rough = false;
        connections.forEach(FlakyConnection::heal);
    }

    void cutAll() {
        connections.forEach(FlakyConnection::cut);
    }

    private void listen() {
        while (!door.isClosed()) {
            accept().ifPresent(client -> {
                long number = taken.getAndIncrement();
                Fate fate = rough ? Fate.of(seed, number) : new Fate.Healthy();
                Thread.ofVirtual().name("link").start(() -> carry(client, fate));
            });
        }
    }

    /** Empty when the door is closed, or the client went away before it was let in. */
    private Optional<Socket> accept() {
        try {
            return Optional.of(door.accept());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void carry(Socket client, Fate fate) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            var connection = new FlakyConnection(client, server, fate);
            connections.add(connection);
            try {
                connection.carry();
            } finally {
                connections.remove(connection);
            }
        } catch (IOException e) {
            // Nobody listens behind it; the client sees its connection closed.
            return;
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
    }
}
