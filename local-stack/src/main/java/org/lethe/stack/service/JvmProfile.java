package org.lethe.stack.service;

import java.util.List;
import java.util.stream.Stream;

/** For what a service's JVM is set up. */
public enum JvmProfile {
    /** Quick to start and small: one visitor, five services, a laptop. */
    LOCAL {
        @Override
        List<String> own(String module) {
            return List.of(
                    "-Xms24m",
                    "-Xmx96m",
                    // What is forgotten is soon overwritten in a small young generation.
                    "-Xmn10m",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=30",
                    "-XX:TrimNativeHeapInterval=10000",
                    "-Xss512k",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError");
        }
    },
    /** As the chart starts it, with the memory that the chart gives it. */
    PRODUCTION {
        @Override
        List<String> own(String module) {
            return List.of(
                    "-XX:MaxRAM=" + memoryOf(module) + "m",
                    "-XX:MaxRAMPercentage=40",
                    "-XX:MaxDirectMemorySize=128m",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError");
        }
    };

    /**
     * What makes a JVM forget: {@code HeapSweep} knows the serial collector's heap, native buffers
     * are given back at once, and nothing is dumped.
     */
    public static final List<String> FORGETFUL =
            List.of(
                    "-XX:+UseSerialGC",
                    // Dead objects are not left in place because moving them is not worth it.
                    "-XX:MarkSweepAlwaysCompactCount=1",
                    "-XX:+ZeroTLAB",
                    // Arrays that overwrite the old generation are put there.
                    "-XX:PretenureSizeThreshold=1m",
                    // A pool would keep what was in a buffer until its next use.
                    "-Dio.netty.allocator.numDirectArenas=0",
                    "-Dio.netty.allocator.numHeapArenas=0",
                    "-Djdk.nio.maxCachedBufferSize=0",
                    // A heap dump would hold what is being worked on, in clear.
                    "-XX:-HeapDumpOnOutOfMemoryError",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=/dev/null");

    /** The JVM's options for a service. */
    public List<String> options(String module) {
        return Stream.of(
                        FORGETFUL,
                        own(module),
                        List.of(
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"))
                .flatMap(List::stream)
                .toList();
    }

    abstract List<String> own(String module);

    /** The most memory that the service's container has in the chart, in MiB. */
    public static int memoryOf(String module) {
        return module.equals("presence-service") ? 1280 : 768;
    }
}
