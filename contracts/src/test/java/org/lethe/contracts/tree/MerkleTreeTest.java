package org.lethe.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;

/**
 * For all small sizes, and for some of several tiles: what is given is what RFC 9162 defines, and
 * proves what it says and no more.
 */
class MerkleTreeTest {

    private static final int ALL = 40;

    /** Some tiles and a part of one. */
    private static final int MANY = 3 * Tiles.LEAVES + 77;

    private final Leaves leaves = Leaves.numbered(MANY);
    private final MerkleTree tree = leaves.tree();

    @Test
    void hasTheRootsThatAreDefined() {
        for (int size = 0; size <= MANY; size += 13) {
            assertThat(tree.root(size)).as("%s leaves", size).isEqualTo(leaves.root(size));
        }
    }

    @Test
    void provesEachLeafInEachTree() {
        for (int size = 1; size <= ALL; size++) {
            for (int index = 0; index < size; index++) {
                provesInclusion(index, size);
            }
        }
    }

    @Test
    void provesEachGrowth() {
        for (int to = 0; to <= ALL; to++) {
            for (int from = 0; from <= to; from++) {
                provesConsistency(from, to);
            }
        }
    }

    @Test
    void provesAcrossTiles() {
        var random = new Random(9162);
        for (int i = 0; i < 40; i++) {
            int to = 1 + random.nextInt(MANY);
            int from = random.nextInt(to);
            provesInclusion(from, to);
            provesConsistency(from, to);
        }
    }

    @Test
    void staysAsItWasWhileMoreIsAdded() {
        MerkleTree before = leaves.tree();
        Digest root = before.root();

        for (int i = 0; i < 2 * Tiles.LEAVES; i++) {
            leaves.add(new byte[] {7});
        }

        assertThat(before.size()).isEqualTo(MANY);
        assertThat(before.root()).isEqualTo(root);
        assertThat(leaves.tree().root(MANY)).isEqualTo(root);
        assertThat(leaves.tree().root()).isNotEqualTo(root);
    }

    @Test
    void doesNotProveAnotherLeafPlaceSizeOrRoot() {
        for (int size = 2; size <= 17; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index, size);
                byte[] leaf = leaves.hash(index);
                Digest root = tree.root(size);

                assertThat(proof.proves(leaves.hash((index + 1) % size), root)).isFalse();
                assertThat(proof.proves(leaf, tree.root(size - 1))).isFalse();
                assertThat(at((index + 1) % size, size, proof).proves(leaf, root)).isFalse();
                assertThat(at(-1, size, proof).proves(leaf, root)).isFalse();
                assertThat(at(size, size, proof).proves(leaf, root)).isFalse();
                for (List<Digest> other : others(proof.path())) {
                    assertThat(new InclusionProof(index, size, other).proves(leaf, root)).isFalse();
                }
            }
        }
    }

    @Test
    void doesNotProveThatAnotherTreeHasGrown() {
        for (int to = 2; to <= 17; to++) {
            for (int from = 1; from < to; from++) {
                ConsistencyProof proof = tree.consistency(from, to);
                Digest first = tree.root(from);
                Digest second = tree.root(to);

                assertThat(proof.proves(tree.root(from - 1), second)).isFalse();
                assertThat(proof.proves(first, tree.root(to + 1))).isFalse();
                assertThat(new ConsistencyProof(to, from, proof.path()).proves(second, first))
                        .isFalse();
                for (List<Digest> other : others(proof.path())) {
                    assertThat(new ConsistencyProof(from, to, other).proves(first, second))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void doesNotTakeAnythingForTheEmptyTreeOrForTheSame() {
        assertThat(new ConsistencyProof(0, 5, List.of()).proves(tree.root(1), tree.root(5)))
                .isFalse();
        assertThat(new ConsistencyProof(5, 5, List.of()).proves(tree.root(5), tree.root(4)))
                .isFalse();
        assertThat(new ConsistencyProof(3, 5, List.of()).proves(tree.root(3), tree.root(5)))
                .isFalse();
    }

    @Test
    void leadsToTheGreaterRootAloneWhereTheSmallerTreeIsNotComplete() {
        for (int to = 1; to <= 17; to++) {
            for (int from = 0; from <= to; from++) {
                ConsistencyProof proof = tree.consistency(from, to);

                assertThat(proof.leadsTo(tree.root(to)))
                        .as("%s to %s", from, to)
                        .isEqualTo(from < to && Integer.bitCount(from) > 1);
                assertThat(proof.leadsTo(tree.root(to + 1))).isFalse();
                for (List<Digest> other : others(proof.path())) {
                    assertThat(new ConsistencyProof(from, to, other).leadsTo(tree.root(to)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void findsThatALeafOfATileIsNoLongerWhatItWas() {
        var changed = new GrowingTree(tile -> other(leaves.leaves(tile)));
        for (int i = 0; i < MANY; i++) {
            changed.add(leaves.hash(i));
        }

        assertThat(changed.now().root()).isEqualTo(tree.root());
        assertThatThrownBy(() -> changed.now().inclusion(3, MANY))
                .isInstanceOf(ChangedLeavesException.class);
    }

    @Test
    void hasNoProofOfWhatIsNotThere() {
        assertThatThrownBy(() -> tree.inclusion(MANY, MANY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(0, MANY + 1L))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(3, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.root(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void provesInclusion(int index, int size) {
        InclusionProof proof = tree.inclusion(index, size);

        assertThat(proof.path()).isEqualTo(leaves.path(index, size));
        assertThat(proof.proves(leaves.hash(index), leaves.root(size)))
                .as("%s in %s", index, size)
                .isTrue();
    }

    private void provesConsistency(int from, int to) {
        ConsistencyProof proof = tree.consistency(from, to);

        if (from > 0) {
            assertThat(proof.path()).isEqualTo(leaves.proof(from, to));
        }
        assertThat(proof.proves(leaves.root(from), leaves.root(to)))
                .as("%s to %s", from, to)
                .isTrue();
    }

    private static InclusionProof at(long index, long size, InclusionProof proof) {
        return new InclusionProof(index, size, proof.path());
    }

    /** Without one, with one more, and with a bit turned in one. */
    private static List<List<Digest>> others(List<Digest> path) {
        var others = new ArrayList<List<Digest>>();
        for (int i = 0; i < path.size(); i++) {
            var without = new ArrayList<>(path);
            without.remove(i);
            others.add(without);
            var turned = new ArrayList<>(path);
            turned.set(i, Digest.of(other(path.get(i).bytes())));
            others.add(turned);
        }
        var more = new ArrayList<>(path);
        more.add(new Digest("0".repeat(64)));
        others.add(more);
        return others;
    }

    private static byte[] other(byte[] hash) {
        byte[] turned = hash.clone();
        turned[5] ^= 1;
        return turned;
    }
}
