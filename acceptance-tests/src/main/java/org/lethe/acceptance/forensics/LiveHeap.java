package org.lethe.acceptance.forensics;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** All objects that a JVM can still reach, after a full collection. */
record LiveHeap(String name, long pid) implements Place {

    @Override
    public void read(Reader reader) throws IOException {
        Path folder = Files.createTempDirectory("lethe-heap");
        Path dump = folder.resolve("heap.hprof");
        try {
            jcmd("GC.heap_dump", dump.toString());
            if (!Files.exists(dump)) {
                throw new CannotSearch("the JVM gave no heap dump");
            }
            try (InputStream content =
                    new BufferedInputStream(Files.newInputStream(dump), 1 << 20)) {
                reader.part("live objects", content);
            }
        } finally {
            Files.deleteIfExists(dump);
            Files.deleteIfExists(folder);
        }
    }

    private void jcmd(String... command) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(tool)) {
            throw new CannotSearch("there is no jcmd beside this JVM; a JDK has it");
        }
        String[] call = new String[command.length + 2];
        call[0] = tool.toString();
        call[1] = Long.toString(pid);
        System.arraycopy(command, 0, call, 2, command.length);
        Process process =
                new ProcessBuilder(call)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CannotSearch("the JVM did not write its heap in a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
