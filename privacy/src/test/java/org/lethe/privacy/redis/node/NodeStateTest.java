package org.lethe.privacy.redis.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NodeStateTest {

    @Test
    void tellsHowFullItIs() {
        NodeState node = filled("used_memory:700\nmem_not_counted_for_evict:100\nmaxmemory:1000");

        assertThat(node.filled()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void isNeverFullWithoutALimit() {
        assertThat(filled("used_memory:700\nmaxmemory:0").filled()).isZero();
        assertThat(Nodes.primary().filled()).isZero();
    }

    @Test
    void isEmptyAtLeast() {
        NodeState node = filled("used_memory:700\nmem_not_counted_for_evict:800\nmaxmemory:1000");

        assertThat(node.filled()).isZero();
    }

    private static NodeState filled(String memory) {
        return Nodes.of(Nodes.PRIMARY + memory, Nodes.JUNK);
    }
}
