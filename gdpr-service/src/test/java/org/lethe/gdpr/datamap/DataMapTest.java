package org.lethe.gdpr.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.retention.Category;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.retention.Lifetimes;

class DataMapTest {

    private final DataMap map = DataMap.of(Lifetimes.standard());

    @Test
    void hasARowForEachCategoryOfTheSchedule() {
        assertThat(map.categories())
                .extracting(DataMap.Row::category)
                .containsExactlyElementsOf(
                        Arrays.stream(Category.values()).map(Category::code).toList());
    }

    @Test
    void namesWhatIsSealedAndNothingElse() {
        assertThat(map.categories())
                .filteredOn(row -> row.scope().isPresent())
                .flatExtracting(DataMap.Row::contents)
                .containsOnlyOnceElementsOf(
                        List.of("page trail", "name, media type and size", "bytes"))
                .isSubsetOf(Slots.all().stream().flatMap(slot -> slot.contents().stream()).toList())
                .containsAll(
                        Slots.all().stream().flatMap(slot -> slot.contents().stream()).toList());
    }

    @Test
    void tellsLifetimeAndCeilingOfAVisit() {
        DataMap.Row visit = map.categories().getFirst();

        assertThat(visit.lifetime()).contains(Duration.ofSeconds(170));
        assertThat(visit.ceiling()).contains(Duration.ofMinutes(3));
    }

    @Test
    void namesEachTopicAsFreeOfPersonalData() {
        assertThat(map.topics())
                .hasSize(Topic.values().length)
                .noneMatch(DataMap.TopicRow::personalData);
    }

    @Test
    void saysOfEachMeasureWhichRecordDecidesIt() throws IOException {
        try (Stream<Path> records = Files.list(Path.of("../docs/adr"))) {
            List<String> numbers =
                    records.map(file -> file.getFileName().toString().substring(0, 4)).toList();

            assertThat(map.measures())
                    .isNotEmpty()
                    .allSatisfy(measure -> assertThat(numbers).contains(measure.record()));
        }
    }
}
