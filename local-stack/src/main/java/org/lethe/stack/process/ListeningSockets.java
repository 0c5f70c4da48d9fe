package org.lethe.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Tells which process owns a listening socket, from what Linux shows under {@code /proc}. */
public final class ListeningSockets {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    /**
     * Whether the process listens on the port. On a system without {@code /proc} this can't be
     * seen, and the answer is yes: the port was free before the process was started.
     */
    public static boolean listens(long pid, int port) {
        if (!Files.isReadable(PROC.resolve("net/tcp"))) {
            return true;
        }
        var listening = new HashSet<>(inodes(PROC.resolve("net/tcp"), port));
        listening.addAll(inodes(PROC.resolve("net/tcp6"), port));
        try (var descriptors = Files.list(PROC.resolve(pid + "/fd"))) {
            return descriptors.map(ListeningSockets::target).anyMatch(listening::contains);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /**
     * Columns: sl, local address, remote address, state, queues, timer, retransmits, uid, timeout,
     * inode.
     */
    private static List<String> inodes(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try (var lines = Files.lines(table)) {
            return lines.map(line -> List.of(line.strip().split("\\s+")))
                    .filter(columns -> columns.size() > 9)
                    .filter(columns -> columns.get(1).endsWith(suffix))
                    .filter(columns -> columns.get(3).equals(LISTEN))
                    .map(columns -> "socket:[" + columns.get(9) + "]")
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            // The descriptor was closed while the folder was read.
            return "";
        }
    }
}
