package org.lethe.stack.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lethe.stack.process.Executables;

/** All live objects of a process, to be searched for what should not be there. */
public final class HeapDump {

    private final String content;

    private HeapDump(String content) {
        this.content = content;
    }

    static HeapDump of(long pid, Path folder) {
        Path file = folder.resolve("live-" + pid + ".hprof").toAbsolutePath();
        String jcmd = Path.of(Executables.java()).resolveSibling("jcmd").toString();
        var builder =
                new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_dump", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            if (builder.start().waitFor() != 0) {
                throw new AssertionError("no heap dump");
            }
            return new HeapDump(new String(Files.readAllBytes(file), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            delete(file);
        }
    }

    /** Java's strings stand in the dump as Latin-1, or two bytes a character. */
    public boolean holds(String piece) {
        return Stream.of(
                        piece,
                        new String(piece.getBytes(UTF_16LE), ISO_8859_1),
                        new String(piece.getBytes(UTF_8), ISO_8859_1))
                .distinct()
                .anyMatch(content::contains);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
