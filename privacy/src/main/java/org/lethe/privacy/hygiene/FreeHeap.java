package org.lethe.privacy.hygiene;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.log.Log;

/**
 * The part of the heap that no object uses. A collection leaves there what it has not moved, until
 * a new object happens to come on top; so new objects, all zeros, are put everywhere.
 *
 * <p>Knows the serial collector's heap: old and young generation, each filled from its bottom, the
 * young one with two survivor spaces. With another collector it does no more than collect.
 */
final class FreeHeap {

    private static final Log LOG = Log.of(FreeHeap.class);

    private static final int CHUNK = 64 * 1024;
    private static final int SURVIVOR_CHUNK = 8 * 1024;
    private static final int SMALL = 64;

    /** The least that an object takes. */
    private static final int SMALLEST = 16;

    /** The length in bytes from which on an array is put into the old generation at once. */
    private static final String PRETENURED = "PretenureSizeThreshold";

    private final Optional<MemoryPoolMXBean> old = pool("Tenured Gen");
    private final Optional<MemoryPoolMXBean> eden = pool("Eden Space");
    private final Optional<MemoryPoolMXBean> survivor = pool("Survivor Space");
    private final Optional<GarbageCollectorMXBean> young = collector("Copy");
    private final long pretenured;

    /** Keeps the compiler from leaving out what is never read. */
    private final AtomicReference<byte @Nullable []> written = new AtomicReference<>();

    /** Lives through a collection. */
    private final AtomicReference<List<byte[]>> living = new AtomicReference<>(List.of());

    FreeHeap() {
        if (young.isEmpty()) {
            LOG.warn("Without the serial collector, the free heap is not overwritten");
        }
        pretenured = young.isEmpty() ? 0 : option(PRETENURED);
        if (young.isPresent() && pretenured == 0) {
            LOG.warn("Without -XX:PretenureSizeThreshold, the old generation is not overwritten");
        }
    }

    /** Collects, then overwrites what is free; pauses the process as a full collection does. */
    synchronized void overwrite() {
        System.gc();
        if (old.isPresent() && eden.isPresent() && survivor.isPresent() && young.isPresent()) {
            // Each goes through one of the two survivor spaces.
            fillYoung(eden.get(), young.get());
            fillYoung(eden.get(), young.get());
            fillOld(old.get());
        }
        written.set(null);
    }

    /**
     * Until a collection shows that eden was full, and has copied what lives to a survivor space.
     */
    private void fillYoung(MemoryPoolMXBean eden, GarbageCollectorMXBean young) {
        living.set(survivors());
        long before = young.getCollectionCount();
        long most = 2 * eden.getUsage().getCommitted();
        long made = 0;
        while (made < most && young.getCollectionCount() == before) {
            int length = free(eden) > 2 * CHUNK ? CHUNK : SMALLEST;
            written.set(new byte[length - SMALLEST]);
            made += length;
        }
        living.set(List.of());
    }

    /** As much as a survivor space holds; small ones take what is left when no large one fits. */
    private List<byte[]> survivors() {
        long capacity = survivor.orElseThrow().getUsage().getCommitted();
        List<byte[]> arrays = new ArrayList<>();
        add(arrays, capacity, SURVIVOR_CHUNK);
        add(arrays, SURVIVOR_CHUNK, SMALL);
        add(arrays, SMALL, SMALLEST);
        return arrays;
    }

    private static void add(List<byte[]> arrays, long total, int length) {
        for (long added = 0; added < total; added += length) {
            arrays.add(new byte[length - SMALLEST]);
        }
    }

    /**
     * Arrays that nobody holds, one on top of the other. When others take the room meanwhile, the
     * collector finds those dead that are made already: nobody goes without memory for this.
     */
    private void fillOld(MemoryPoolMXBean old) {
        if (pretenured == 0) {
            return;
        }
        long left = free(old);
        // Some may still go into what is left of the thread's part of eden.
        long most = 2 * left;
        for (long made = 0; made < most && left >= pretenured; left = free(old)) {
            long length = left < 2 * pretenured ? left : pretenured;
            written.set(new byte[Math.toIntExact(length) - SMALLEST]);
            made += length;
        }
    }

    private static long free(MemoryPoolMXBean pool) {
        MemoryUsage usage = pool.getUsage();
        return usage.getCommitted() - usage.getUsed();
    }

    private static Optional<MemoryPoolMXBean> pool(String name) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(name))
                .findFirst();
    }

    private static Optional<GarbageCollectorMXBean> collector(String name) {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> collector.getName().equals(name))
                .findFirst();
    }

    private static long option(String name) {
        return Long.parseLong(
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .getVMOption(name)
                        .getValue());
    }
}
