package org.lethe.privacy.test;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The writable memory of another process of this user, as Linux shows it under {@code /proc}. */
public final class ProcessMemory {

    private static final int WORD = 8;
    private static final int LOOKS = 10;

    private final List<byte[]> regions;

    private ProcessMemory(List<byte[]> regions) {
        this.regions = regions;
    }

    /** Empty where the system does not permit it. */
    public static Optional<ProcessMemory> read(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try (var memory = new RandomAccessFile(folder.resolve("mem").toFile(), "r")) {
            return Optional.of(new ProcessMemory(regions(folder.resolve("maps"), memory)));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    /** All of them, or none: a process that gives memory back meanwhile is looked at anew. */
    private static List<byte[]> regions(Path maps, RandomAccessFile memory) throws IOException {
        for (int look = 1; ; look++) {
            try {
                var regions = new ArrayList<byte[]>();
                for (String line : Files.readAllLines(maps)) {
                    if (line.contains(" rw") && !line.endsWith("[vvar]")) {
                        regions.add(region(memory, line.split(" ", 2)[0]));
                    }
                }
                return regions;
            } catch (UncheckedIOException gone) {
                if (look == LOOKS) {
                    throw gone;
                }
            }
        }
    }

    /** How many of the needles occur anywhere. */
    public long count(List<byte[]> needles) {
        Map<Long, List<byte[]>> byStart = new HashMap<>();
        for (byte[] needle : needles) {
            byStart.computeIfAbsent(word(needle, 0), it -> new ArrayList<>()).add(needle);
        }
        var found = new ArrayList<byte[]>();
        for (byte[] region : regions) {
            for (int i = 0; i + WORD <= region.length; i++) {
                List<byte[]> candidates = byStart.get(word(region, i));
                if (candidates != null) {
                    collect(region, i, candidates, found);
                }
            }
        }
        return found.stream().distinct().count();
    }

    /** How often the needle occurs. */
    public int occurrences(byte[] needle) {
        int found = 0;
        for (byte[] region : regions) {
            for (int i = 0; i + needle.length <= region.length; i++) {
                if (Arrays.equals(region, i, i + needle.length, needle, 0, needle.length)) {
                    found++;
                }
            }
        }
        return found;
    }

    /** The different byte sequences of a length that follow a marker. */
    public List<byte[]> following(byte[] marker, int length) {
        var found = new TreeSet<byte[]>(Arrays::compareUnsigned);
        for (byte[] region : regions) {
            for (int i = 0; i + marker.length + length <= region.length; i++) {
                int end = i + marker.length;
                if (Arrays.equals(region, i, end, marker, 0, marker.length)) {
                    found.add(Arrays.copyOfRange(region, end, end + length));
                }
            }
        }
        return List.copyOf(found);
    }

    private static void collect(
            byte[] region, int at, List<byte[]> candidates, List<byte[]> found) {
        for (byte[] needle : candidates) {
            int end = at + needle.length;
            if (end <= region.length && Arrays.equals(region, at, end, needle, 0, needle.length)) {
                found.add(needle);
            }
        }
    }

    private static long word(byte[] bytes, int at) {
        long word = 0;
        for (int i = 0; i < WORD; i++) {
            word = (word << 8) | (bytes[at + i] & 0xff);
        }
        return word;
    }

    private static byte[] region(RandomAccessFile memory, String range) {
        String[] bounds = range.split("-", 2);
        long start = Long.parseUnsignedLong(bounds[0], 16);
        long end = Long.parseUnsignedLong(bounds[1], 16);
        byte[] bytes = new byte[Math.toIntExact(end - start)];
        try {
            memory.seek(start);
            memory.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
