package org.lethe.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The live heap of another JVM of this user, as a file. */
public final class HeapFile {

    private HeapFile() {}

    /**
     * Writes all objects that the process can still reach, after a full collection.
     *
     * @throws IOException says why that is not possible
     */
    public static void write(long pid, Path file) throws IOException {
        Path tool = Path.of(Executables.ofJdk("jcmd"));
        if (!Files.isExecutable(tool)) {
            throw new IOException("there is no jcmd beside this JVM; a JDK has it");
        }
        Process process =
                new ProcessBuilder(
                                tool.toString(),
                                Long.toString(pid),
                                "GC.heap_dump",
                                file.toAbsolutePath().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("the JVM did not write its heap in a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (!Files.exists(file)) {
            throw new IOException("the JVM gave no heap dump");
        }
    }
}
