package org.lethe.acceptance.forensics;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lethe.stack.process.HeapFile;

/** All objects that a JVM can still reach, after a full collection. */
record LiveHeap(String name, long pid) implements Place {

    @Override
    public void read(Reader reader) throws IOException {
        Path folder = Files.createTempDirectory("lethe-heap");
        Path dump = folder.resolve("heap.hprof");
        try {
            HeapFile.write(pid, dump);
            try (InputStream content =
                    new BufferedInputStream(Files.newInputStream(dump), 1 << 20)) {
                reader.part("live objects", content);
            }
        } finally {
            Files.deleteIfExists(dump);
            Files.deleteIfExists(folder);
        }
    }
}
