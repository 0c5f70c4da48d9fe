package org.lethe.contracts.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.contracts.Golden;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.retention.Category;

class SlotsTest {

    @Test
    void namesEachSlotOnce() throws IllegalAccessException {
        var declared = new LinkedHashSet<Object>();
        for (var field : Slots.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                declared.add(field.get(null));
            }
        }
        assertThat(Slots.all()).hasSize(declared.size()).allMatch(declared::contains);
        for (ScopeKind kind : ScopeKind.values()) {
            assertThat(Slots.of(kind)).extracting(Slot::name).doesNotHaveDuplicates();
        }
    }

    /** A category without a scope has none, since nothing of it would die with a key. */
    @Test
    void hasSomethingInEachCategoryOfAScope() {
        for (Category category : Category.values()) {
            assertThat(Slots.of(category).isEmpty())
                    .as(category.code())
                    .isEqualTo(category.scope().isEmpty());
            assertThat(category.contents().isEmpty())
                    .as(category.code())
                    .isEqualTo(category.scope().isPresent());
        }
    }

    /** A slot that is not sealed says by its type that there is nothing to seal in it. */
    @Test
    void sealsWhateverIsARecord() {
        assertThat(Slots.all())
                .allMatch(slot -> slot.compartment().isEmpty() == (slot.type() == Void.class));
        assertThat(Slots.all())
                .filteredOn(slot -> slot.compartment().isEmpty())
                .containsExactlyInAnyOrder(
                        Slots.CHAT_IDS,
                        Slots.CHAT_OPERATORS,
                        Slots.VISIT_TERMS,
                        Slots.CHAT_TERMS,
                        Slots.LETTER_TERMS,
                        Slots.ERASURE_ACKS);
    }

    @Test
    void hasWordsForEachFieldOfItsRecordsAndForNoOther() {
        for (Slot<?> slot : Slots.all()) {
            if (slot.compartment().isPresent()) {
                assertThat(slot.contents()).as(slot.toString()).isNotEmpty();
                assertThat(slot.fields()).as(slot.toString()).isEqualTo(fieldsOf(slot.type()));
            }
        }
    }

    @Test
    void bindsEachRecordToAPlaceOfItsOwn() {
        for (ScopeKind kind : ScopeKind.values()) {
            assertThat(
                            Slots.of(kind).stream()
                                    .filter(slot -> slot.compartment().isPresent())
                                    .map(SlotsTest::placeOf))
                    .doesNotHaveDuplicates()
                    .noneMatch(place -> place.contains("|"));
        }
        assertThatIllegalArgumentException().isThrownBy(Slots.CHAT_LOG::whole);
        assertThatIllegalArgumentException().isThrownBy(() -> Slots.CHAT_FORM.entry("x"));
    }

    @Test
    void tellsFieldsOfTheStateApart() {
        assertThat(MetaField.isKnown(ScopeKind.CHAT, "operatorName")).isTrue();
        assertThat(MetaField.isKnown(ScopeKind.VISIT, "r:replica-1")).isTrue();
        assertThat(MetaField.isKnown(ScopeKind.VISIT, "operatorName")).isFalse();
        assertThat(MetaField.isKnown(ScopeKind.CHAT, "name")).isFalse();
    }

    /** What lies in a store already is found under these names, and opens at these places. */
    @Test
    void hasAGoldenListOfSlotsAndFields() {
        var lines = new StringBuilder();
        for (ScopeKind kind : ScopeKind.values()) {
            for (Slot<?> slot : Slots.of(kind)) {
                lines.append(slot).append(": ").append(WireFormat.name(slot.shape()));
                slot.compartment()
                        .ifPresent(part ->
                                lines.append(", sealed under ")
                                        .append(part.slot())
                                        .append(" as ")
                                        .append(placeOf(slot)));
                lines.append('\n');
            }
            for (MetaField field : MetaField.values()) {
                if (field.kinds().contains(kind)) {
                    lines.append(kind.code()).append(' ').append(field.code()).append('\n');
                }
            }
        }

        Golden.assertText("catalogue", lines.toString());
    }

    @ParameterizedTest
    @MethodSource("records")
    void hasAGoldenForm(Map.Entry<String, Object> sealed) throws IOException {
        String name = "sealed/" + sealed.getKey();

        Golden.assertWire(name, sealed.getValue());
        assertThat(WireFormat.mapper().readValue(Golden.read(name), sealed.getValue().getClass()))
                .isEqualTo(sealed.getValue());
        assertThat(sealed.getValue().toString()).doesNotContainIgnoringCase("canary", "192.0.2");
    }

    /** Letters and the erasure's request have golden files beside their own tests. */
    @Test
    void hasAnExampleOfEachSealedRecord() {
        assertThat(SealedExamples.all().keySet())
                .containsAll(
                        Slots.all().stream()
                                .filter(slot -> slot.compartment().isPresent())
                                .filter(slot -> slot.type() != JsonNode.class)
                                .filter(slot -> slot.type() != byte[].class)
                                .filter(slot -> slot != (Object) Slots.LETTER_BODY)
                                .map(SlotsTest::fileOf)
                                .toList());
    }

    static List<Map.Entry<String, Object>> records() {
        return List.copyOf(SealedExamples.all().entrySet());
    }

    private static String fileOf(Slot<?> slot) {
        return slot.kind().code() + "-" + slot.name();
    }

    private static String placeOf(Slot<?> slot) {
        boolean isWhole = slot.shape() == Shape.VALUE || slot.shape() == Shape.FIELD;
        return (isWhole ? slot.whole() : slot.entry("x")).sealedAs();
    }

    private static Set<String> fieldsOf(Class<?> type) {
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .flatMap(each -> fieldsOf(each).stream())
                    .collect(Collectors.toSet());
        }
        if (type.isRecord() && type.getRecordComponents().length > 1) {
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
        }
        return Set.of("");
    }
}
