package org.lethe.contracts.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.WireFormat;

/** The times that sentences about data name in every language are those of the schedule. */
class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar", "fr", "es"})
    void nameTheMinutesWithinWhichAVisitIsDestroyed(String language) throws IOException {
        assertThat(Category.VISIT.limits().orElseThrow().ceiling())
                .isEqualTo(Duration.ofMinutes(3));

        Map<String, String> words = words(language);

        assertThat(words)
                .extractingByKeys("agree", "agreeVisit", "goneVisit")
                .allSatisfy(sentence -> assertThat(sentence).containsPattern("\\b3\\b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar", "fr", "es"})
    void nameTheHoursForWhichAReceiptCanBeHad(String language) throws IOException {
        assertThat(Category.CHAT_RECEIPT.limits().orElseThrow().lifetime())
                .isEqualTo(Duration.ofHours(24));

        assertThat(words("chat/" + language).get("receiptOfChat")).containsPattern("\\b24\\b");
    }

    private static Map<String, String> words(String language) throws IOException {
        try (InputStream in = WordsTest.class.getResourceAsStream("/words/" + language + ".json")) {
            return WireFormat.mapper().readValue(in, new TypeReference<Map<String, String>>() {});
        }
    }
}
