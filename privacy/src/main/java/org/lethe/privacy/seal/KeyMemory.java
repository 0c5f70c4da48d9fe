package org.lethe.privacy.seal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Native memory for unwrapped data keys. The collector moves what lies in the heap and leaves the
 * copies behind; a key here stands in one place, until it is zeroed there.
 */
final class KeyMemory {

    private static final int SLOTS = 4096;
    private static final MemoryLayout KEY =
            MemoryLayout.sequenceLayout(DataKey.LENGTH, ValueLayout.JAVA_BYTE);

    /** The process' one: what is given back serves whoever comes next. */
    static final KeyMemory SHARED = new KeyMemory();

    private final Deque<MemorySegment> free = new ArrayDeque<>();

    /** Copies a key into native memory and zeroes the original. */
    MemorySegment take(byte[] key) {
        MemorySegment slot = slot();
        MemorySegment original = MemorySegment.ofArray(key);
        slot.copyFrom(original);
        original.fill((byte) 0);
        return slot;
    }

    /** A copy in the heap, to be zeroed by who asks for it. */
    static byte[] copy(MemorySegment slot) {
        return slot.toArray(ValueLayout.JAVA_BYTE);
    }

    /** Zeroes a key; the slot must not be used any more. */
    void giveBack(MemorySegment slot) {
        slot.fill((byte) 0);
        add(slot);
    }

    private synchronized void add(MemorySegment slot) {
        free.push(slot);
    }

    private synchronized MemorySegment slot() {
        if (free.isEmpty()) {
            // As many as were ever in use at once; a process keeps them.
            MemorySegment slots = Arena.global().allocate((long) SLOTS * DataKey.LENGTH);
            slots.elements(KEY).forEach(free::push);
        }
        return free.pop();
    }
}
