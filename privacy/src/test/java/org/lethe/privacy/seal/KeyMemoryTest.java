package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyMemoryTest {

    /** Its own: in the shared one a test beside it would take the slot that was given back. */
    private final KeyMemory memory = new KeyMemory();

    @Test
    void leavesNoSecondCopy() {
        byte[] key = DataKey.random();
        byte[] before = key.clone();
        MemorySegment slot = memory.take(key);
        assertThat(key).containsOnly(0);
        assertThat(KeyMemory.copy(slot)).isEqualTo(before);
        memory.giveBack(slot);
        assertThat(slot.toArray(ValueLayout.JAVA_BYTE)).containsOnly(0);
    }

    @Test
    void keepsManyKeysApart() {
        List<byte[]> keys = IntStream.range(0, 10_000).mapToObj(i -> DataKey.random()).toList();
        List<MemorySegment> slots = new ArrayList<>();
        keys.forEach(key -> slots.add(memory.take(key.clone())));
        for (int i = 0; i < keys.size(); i++) {
            assertThat(KeyMemory.copy(slots.get(i))).isEqualTo(keys.get(i));
        }
        slots.forEach(memory::giveBack);
    }
}
