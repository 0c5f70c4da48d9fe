package org.lethe.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A tree that is begun with the roots of its first tiles is the one that has read all leaves. */
class RestoredTreeTest {

    private static final int TILES = 5;

    /** Beyond the last of these tiles. */
    private static final int MORE = 90;

    private final Leaves leaves = Leaves.numbered(TILES * Tiles.LEAVES + MORE);
    private final MerkleTree full = leaves.tree();

    @Test
    void hasTheRootsOfAllSizesFromEachBeginning() {
        for (int begin = 0; begin <= TILES; begin++) {
            GrowingTree restored = restored(begin);

            assertThat(restored.size()).isEqualTo((long) begin * Tiles.LEAVES);
            for (int size = begin * Tiles.LEAVES; size <= full.size(); size++) {
                if (restored.size() < size) {
                    restored.add(leaves.hash(size - 1));
                }
                assertThat(restored.now().root())
                        .as("%s leaves after %s tiles", size, begin)
                        .isEqualTo(full.root(size));
            }
        }
    }

    @Test
    void provesWhatItHasNotRead() {
        GrowingTree restored = restored(TILES);
        MerkleTree tree = restored.now();
        int size = TILES * Tiles.LEAVES;

        for (int index = 0; index < size; index += 97) {
            assertThat(tree.inclusion(index, size).proves(leaves.hash(index), full.root(size)))
                    .isTrue();
            assertThat(tree.consistency(index, size).proves(full.root(index), full.root(size)))
                    .isTrue();
        }
    }

    @Test
    void givesTheRootsThatItWasMadeOfAndThoseThatCameSince() {
        GrowingTree restored = restored(2);
        for (int i = 2 * Tiles.LEAVES; i < full.size(); i++) {
            restored.add(leaves.hash(i));
        }

        assertThat(restored.now().tileRoots(0)).isEqualTo(full.tileRoots(0));
        assertThat(restored.now().tileRoots(3)).hasSize(2 * TreeHash.LENGTH);
        assertThat(restored.now().tileRoots(TILES)).isEmpty();
        assertThatThrownBy(() -> full.tileRoots(TILES + 1L))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhetherATileIsOfTheseLeaves() {
        byte[] first = leaves.leaves(0);

        assertThat(full.completeTiles()).isEqualTo(TILES);
        assertThat(full.isTile(0, first)).isTrue();
        assertThat(full.isTile(1, first)).isFalse();
        first[1] ^= 1;
        assertThat(full.isTile(0, first)).isFalse();
        assertThat(full.isTile(0, new byte[TreeHash.LENGTH])).isFalse();
        assertThatThrownBy(() -> full.isTile(TILES, leaves.leaves(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private GrowingTree restored(int tiles) {
        GrowingTree whole = new GrowingTree(leaves);
        for (int i = 0; i < tiles * Tiles.LEAVES; i++) {
            whole.add(leaves.hash(i));
        }
        return GrowingTree.of(whole.now().tileRoots(0), leaves);
    }
}
