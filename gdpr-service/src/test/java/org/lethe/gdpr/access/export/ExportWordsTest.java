package org.lethe.gdpr.access.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.lethe.contracts.WireFormat;

/** Every language has words for all that the published schema describes. */
class ExportWordsTest {

    private static final Path SCHEMA = Path.of("../docs/api/subject-export.schema.json");

    @ParameterizedTest
    @EnumSource
    void callEachField(ExportLanguage language) throws IOException {
        assertThat(fields(schema()))
                .hasSizeGreaterThan(60)
                .allMatch(ExportWords.in(language)::hasLabel);
    }

    @ParameterizedTest
    @EnumSource
    void callEachCode(ExportLanguage language) throws IOException {
        Set<String> codes = codes(schema());

        assertThat(codes).contains("waiting-again", "operators-in-chat", "offline-message");
        assertThat(codes)
                .filteredOn(code -> !isOfNobody(code))
                .allMatch(ExportWords.in(language)::hasCode);
    }

    @ParameterizedTest
    @EnumSource
    void haveAllTheSameNames(ExportLanguage language) throws IOException {
        assertThat(names(language)).isEqualTo(names(ExportLanguage.EN));
    }

    @Test
    void tellSpansInWholeMinutesOrHours() {
        ExportWords words = ExportWords.in(ExportLanguage.EN);

        assertThat(words.span(Duration.ofMinutes(60).minusSeconds(1))).isEqualTo("1 hour");
        assertThat(words.span(Duration.ofMinutes(90))).isEqualTo("90 minutes");
    }

    @ParameterizedTest
    @CsvSource({
        "'de-CH, de;q=0.9, en;q=0.5', DE",
        "'en;q=0.1, ar;q=0.9', AR",
        "'nl, fr', FR",
        "'de;q=0, es', ES",
        "'nl', EN",
        "'*', EN",
        "'not a language;', EN"
    })
    void areInTheLanguageThatIsAskedFor(String accepted, ExportLanguage language) {
        assertThat(ExportLanguage.of(accepted)).isEqualTo(language);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void areEnglishForWhoAsksForNone(String accepted) {
        assertThat(ExportLanguage.of(accepted)).isEqualTo(ExportLanguage.EN);
    }

    /** Categories of which nothing is shown to a data subject. */
    private static boolean isOfNobody(String code) {
        return Set.of("erasure-request", "chat-receipt", "callback", "account", "ledger")
                .contains(code);
    }

    private static Set<String> fields(JsonNode schema) {
        var fields = new TreeSet<String>();
        schema.findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(fields::add));
        return fields;
    }

    private static Set<String> codes(JsonNode schema) {
        var codes = new TreeSet<String>();
        schema.findValues("enum")
                .forEach(values -> values.forEach(value -> codes.add(value.asText())));
        schema.findValues("const").forEach(value -> codes.add(value.asText()));
        return codes;
    }

    private static JsonNode schema() throws IOException {
        return WireFormat.mapper().readTree(Files.readString(SCHEMA));
    }

    private static Set<String> names(ExportLanguage language) throws JsonProcessingException {
        var names = new LinkedHashSet<String>();
        JsonNode words = json(language);
        words.properties()
                .forEach(group ->
                        group.getValue()
                                .fieldNames()
                                .forEachRemaining(name -> names.add(group.getKey() + "." + name)));
        return names;
    }

    private static JsonNode json(ExportLanguage language) {
        try (var in =
                ExportWordsTest.class.getResourceAsStream(
                        "/words/export/" + language.code() + ".json")) {
            return WireFormat.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
