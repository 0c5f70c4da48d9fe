package org.lethe.acceptance.endurance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One connection through a {@link FlakyLink}, with what becomes of it. */
final class FlakyConnection {

    /** As long as a network of telephones keeps one that says nothing. */
    private static final Duration HALF_OPEN_FOR = Duration.ofSeconds(100);

    private static final long TICK = 20_000_000;

    private final Socket client;
    private final Socket server;
    private final Fate fate;
    private final long began = System.nanoTime();
    private volatile boolean healed;
    private volatile boolean cut;

    FlakyConnection(Socket client, Socket server, Fate fate) {
        this.client = client;
        this.server = server;
        this.fate = fate;
    }

    /** Carries both ways, until one side or fate ends it; blocks. */
    void carry() {
        Thread back = Thread.ofVirtual().name("link").start(() -> pump(server, client));
        Thread clock = Thread.ofVirtual().name("fate").start(this::awaitFate);
        pump(client, server);
        try {
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cut = true;
        LockSupport.unpark(clock);
    }

    /** Resets both sides. */
    void cut() {
        cut = true;
        reset(client);
        reset(server);
    }

    /** From now on it is a good connection, if what was due did not happen yet. */
    void heal() {
        if (isSilent()) {
            cut();
        }
        healed = true;
    }

    private void awaitFate() {
        Duration at =
                switch (fate) {
                    case Fate.Cut(Duration after) -> after;
                    case Fate.HalfOpen(Duration after) -> after.plus(HALF_OPEN_FOR);
                    case Fate.Healthy _, Fate.Slow _, Fate.Stall _ -> Duration.ofDays(1);
                };
        while (!cut && !healed && !isPast(at)) {
            LockSupport.parkNanos(TICK);
        }
        if (!cut && !healed) {
            cut();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0 && !cut; read = in.read(buffer)) {
                awaitPassage(read);
                out.write(buffer, 0, read);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // A side that is gone is gone for the other one.
            cut();
        }
    }

    private void awaitPassage(int bytes) throws IOException {
        if (fate instanceof Fate.Slow(int perSecond) && !healed) {
            LockSupport.parkNanos(bytes * 1_000_000_000L / perSecond);
        }
        while (isSilent() && !cut) {
            LockSupport.parkNanos(TICK);
        }
        if (cut) {
            throw new IOException("cut");
        }
    }

    private boolean isSilent() {
        return !healed
                && switch (fate) {
                    case Fate.Stall(Duration after, Duration length) ->
                            isPast(after) && !isPast(after.plus(length));
                    case Fate.HalfOpen(Duration after) -> isPast(after);
                    case Fate.Healthy _, Fate.Cut _, Fate.Slow _ -> false;
                };
    }

    private boolean isPast(Duration at) {
        return System.nanoTime() - began > at.toNanos();
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
            return;
        } finally {
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as good as closed.
            return;
        }
    }
}
