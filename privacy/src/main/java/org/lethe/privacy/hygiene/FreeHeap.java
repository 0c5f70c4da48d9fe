package org.lethe.privacy.hygiene;

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

    /** What must stay free of the whole: an overwritten heap is worth nothing to a dead process. */
    private static final double RESERVE = 0.15;

    private static final int SURVIVOR_CHUNK = 8 * 1024;
    private static final int YOUNG_CHUNK = 64 * 1024;
    private static final int SLACK = 4 * 1024;

    private final Optional<MemoryPoolMXBean> old = pool("Tenured Gen");
    private final Optional<MemoryPoolMXBean> eden = pool("Eden Space");
    private final Optional<MemoryPoolMXBean> survivor = pool("Survivor Space");
    private final Optional<GarbageCollectorMXBean> young = collector("Copy");

    /** Keeps the compiler from leaving out what is never read. */
    private final AtomicReference<@Nullable Object> written = new AtomicReference<>();

    FreeHeap() {
        if (young.isEmpty()) {
            LOG.warn("Without the serial collector, the free heap is not overwritten");
        }
    }

    /** Collects, then overwrites what is free; pauses the process as a full collection does. */
    synchronized void overwrite() {
        System.gc();
        if (old.isPresent() && eden.isPresent() && survivor.isPresent() && young.isPresent()) {
            fillOld(old.get().getUsage(), youngCapacity());
            fillSurvivor(young.get());
            fillSurvivor(young.get());
            fillEden();
        }
        written.set(null);
    }

    /** An array that is too long for the young generation is put into the old one at once. */
    private void fillOld(MemoryUsage usage, long youngCapacity) {
        long free = usage.getCommitted() - usage.getUsed();
        long length = Math.max(free - SLACK, youngCapacity + SLACK);
        long left = usage.getMax() - usage.getUsed() - length;
        if (left > usage.getMax() * RESERVE && length < Integer.MAX_VALUE - 8) {
            written.set(new byte[(int) length]);
            written.set(null);
        }
    }

    private void fillEden() {
        MemoryUsage usage = eden.orElseThrow().getUsage();
        long free = usage.getCommitted() - usage.getUsed() - SLACK;
        if (free > 0) {
            written.set(new byte[(int) Math.min(free, Integer.MAX_VALUE - 8)]);
            written.set(null);
        }
    }

    /** What lives through a collection of the young generation is copied into a survivor space. */
    private void fillSurvivor(GarbageCollectorMXBean young) {
        long capacity = survivor.orElseThrow().getUsage().getCommitted();
        List<byte[]> living = new ArrayList<>();
        for (long filled = 0; filled < capacity; filled += SURVIVOR_CHUNK) {
            living.add(new byte[SURVIVOR_CHUNK - 16]);
        }
        long before = young.getCollectionCount();
        long most = 2 * eden.orElseThrow().getUsage().getCommitted();
        for (long made = 0;
                made < most && young.getCollectionCount() == before;
                made += YOUNG_CHUNK) {
            written.set(List.of(living, new byte[YOUNG_CHUNK]));
        }
    }

    private long youngCapacity() {
        return eden.orElseThrow().getUsage().getCommitted()
                + 2 * survivor.orElseThrow().getUsage().getCommitted();
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
}
