package org.lethe.acceptance.forensics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The readable and writable memory of a native process, as Linux shows it to the process' owner.
 */
record ProcessMemory(String name, long pid) implements Place {
    private static final int BLOCK = 1 << 20;
    private static final int PAGE = 1 << 12;
    private static final byte[] ZEROS = new byte[PAGE];

    @Override
    public void read(Reader reader) throws IOException {
        for (Region region : regions()) {
            reader.part(region.label(), new ByteArrayInputStream(dump(region)));
        }
    }

    private List<Region> regions() throws IOException {
        Path maps = Path.of("/proc", Long.toString(pid), "maps");
        if (!Files.isReadable(maps)) {
            throw new IOException("this system does not show a process' memory");
        }
        List<Region> regions = new ArrayList<>();
        for (String line : Files.readAllLines(maps)) {
            String[] fields = line.trim().split("\\s+", 6);
            if (fields[1].startsWith("rw")) {
                String[] bounds = fields[0].split("-");
                String label = fields.length > 5 ? fields[5] : "anonymous memory";
                regions.add(
                        new Region(
                                label,
                                Long.parseUnsignedLong(bounds[0], 16),
                                Long.parseUnsignedLong(bounds[1], 16)));
            }
        }
        return regions;
    }

    /**
     * Pages that can't be read, such as guard pages, are skipped; a process that may not be read at
     * all is an error.
     */
    private byte[] dump(Region region) throws IOException {
        var copy = new ByteArrayOutputStream();
        try (RandomAccessFile memory = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
            byte[] block = new byte[BLOCK];
            for (long at = region.from; at < region.to; ) {
                int wanted = (int) Math.min(BLOCK, region.to - at);
                int read = read(memory, at, block, wanted);
                writeUsed(block, read, copy);
                at += read == 0 ? PAGE : read;
            }
        } catch (java.io.FileNotFoundException e) {
            throw new IOException("this system does not allow to read another process' memory");
        }
        return copy.toByteArray();
    }

    /** Leaves out pages of zeros: nothing is in them, and there are many. */
    private static void writeUsed(byte[] block, int length, ByteArrayOutputStream copy) {
        for (int at = 0; at < length; at += PAGE) {
            int end = Math.min(length, at + PAGE);
            if (!Arrays.equals(block, at, end, ZEROS, 0, end - at)) {
                copy.write(block, at, end - at);
            }
        }
    }

    /** How many bytes could be read from there; none of a page that is not readable. */
    private static int read(RandomAccessFile memory, long at, byte[] block, int wanted)
            throws IOException {
        memory.seek(at);
        try {
            return Math.max(0, memory.read(block, 0, wanted));
        } catch (IOException e) {
            return 0;
        }
    }

    private record Region(String label, long from, long to) {}
}
