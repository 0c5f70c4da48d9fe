package org.lethe.gdpr.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.scope.Shape;
import org.lethe.contracts.scope.Slots;

/** The document describes each slot that the answer shows, even those that few tests fill. */
class HeldTest {

    private static final Map<ScopeKind, Class<? extends Record>> DESCRIPTIONS =
            Map.of(
                    ScopeKind.VISIT, Held.HeldVisit.class,
                    ScopeKind.CHAT, Held.HeldChat.class,
                    ScopeKind.LETTER, Held.HeldLetter.class);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ERASURE")
    void describesEverySealedSlot(ScopeKind kind) {
        assertThat(requireNonNull(DESCRIPTIONS.get(kind)).getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsAll(
                        Slots.of(kind).stream()
                                .filter(slot -> slot.compartment().isPresent())
                                .filter(slot -> slot.shape() != Shape.STREAM)
                                .map(ScopeContents::name)
                                .toList());
    }
}
