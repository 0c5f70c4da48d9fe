package org.lethe.acceptance.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;

class CanariesTest {

    /** What no person of forensics can fill, and why it is looked for all the same. */
    private static final Map<Slot<?>, String> UNPLANTED =
            Map.of(Slots.CHAT_OPERATOR_NAME, "the operator's, as the identity provider has it");

    @Test
    void areSownIntoEachSlotInWhichSomethingIsSealed() {
        Set<Slot<?>> sown = new HashSet<>(Canaries.sowNamed().slots());
        sown.addAll(UNPLANTED.keySet());

        assertThat(sown)
                .containsExactlyInAnyOrderElementsOf(
                        Slots.all().stream()
                                .filter(slot -> slot.compartment().isPresent())
                                .toList());
        assertThat(Canaries.sowVersion4().slots()).isEqualTo(Canaries.sow().slots());
        sown.removeAll(UNPLANTED.keySet());
        sown.remove(Slots.ERASURE_REQUEST);
        assertThat(Canaries.sow().slots()).isEqualTo(sown);
    }
}
