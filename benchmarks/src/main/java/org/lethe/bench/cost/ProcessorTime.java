package org.lethe.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The processor time of a process since its start, all its threads together. */
public final class ProcessorTime {

    /** What the kernel counts in, for every program: USER_HZ. */
    private static final int TICKS_A_SECOND = 100;

    /** Fields of {@code /proc/<pid>/stat} behind the name, which may hold blanks. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private ProcessorTime() {}

    /** Nothing of a process that has gone. */
    public static Duration of(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc/" + pid + "/stat")));
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    static Duration parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
        return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
    }
}
