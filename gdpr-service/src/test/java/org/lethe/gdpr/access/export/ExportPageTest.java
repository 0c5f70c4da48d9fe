package org.lethe.gdpr.access.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.retention.Category;
import org.lethe.gdpr.access.ExampleExport;

class ExportPageTest {

    private static final String TAG = "<script>alert('canary')</script>";

    private final ObjectNode export = ExampleExport.of();

    @Test
    void showsEverythingThatIsHeld() {
        String page = page(ExportLanguage.EN);

        assertThat(values(export))
                .extracting(JsonNode::asText)
                .filteredOn(text -> text.startsWith("canary") || text.startsWith("Canary"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(page).contains(escaped(text)));
        assertThat(page).contains("192.0.2.7", "March 1, 2026", "London");
    }

    @Test
    void hasALineForEachValue() {
        long lines =
                Stream.of("visits", "chats", "letters")
                        .flatMap(list -> elements(export.path(list)))
                        .flatMap(item -> ExportRows.of(item, words(ExportLanguage.EN)).stream())
                        .filter(row -> !row.value().isEmpty())
                        .count();

        assertThat(lines)
                .isEqualTo(
                        Stream.of("visits", "chats", "letters")
                                .flatMap(list -> elements(export.path(list)))
                                .flatMap(ExportPageTest::values)
                                .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/visits/0/content/details", "/chats/0/form", "/letters/1/content"})
    void escapesWhateverSomebodyWrote(String place) {
        ((ObjectNode) export.at(place)).put(TAG, TAG).put("name", TAG).put("type", TAG);

        String page = page(ExportLanguage.EN);

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;canary");
    }

    @Test
    void runsAndLoadsNothing() {
        assertThat(page(ExportLanguage.EN))
                .doesNotContainPattern("(?i)<(script|img|link|iframe|object|form|a)\\b")
                .doesNotContainPattern("(?i)\\s(on\\w+|src|style)=");
    }

    @Test
    void allowsItsOwnStyleAndNothingElse() throws NoSuchAlgorithmException {
        String page = page(ExportLanguage.EN);
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        String policy =
                "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                        .formatted(Base64.getEncoder().encodeToString(digest));

        assertThat(ExportPage.HEADER).isEqualTo(policy + "; frame-ancestors 'none'");
        assertThat(page).contains(escaped(policy));
    }

    @ParameterizedTest
    @EnumSource
    void isInTheLanguageOfItsReader(ExportLanguage language) {
        String page = page(language);

        assertThat(page)
                .contains(
                        "<html lang=\"%s\" dir=\"%s\">"
                                .formatted(
                                        language.code(),
                                        language == ExportLanguage.AR ? "rtl" : "ltr"))
                .contains(escaped(words(language).page("title")))
                .contains(escaped(words(language).label("operatorName")));
    }

    @Test
    void saysWhenThingsGoInTheWordsOfTheWidget() {
        assertThat(page(ExportLanguage.DE))
                .contains(
                        escaped(
                                words(ExportLanguage.DE)
                                        .rule(Category.LETTER, Duration.ofMinutes(40))
                                        .orElseThrow()))
                .contains("40 Minuten")
                .doesNotContain("{time}", "the moment the chat ends");
    }

    @Test
    void saysThatNothingWasFound() {
        Stream.of("visits", "chats", "letters").forEach(export::putArray);

        assertThat(page(ExportLanguage.EN)).contains("Nothing was found.").doesNotContain("<h2>");
    }

    private String page(ExportLanguage language) {
        return ExportPage.of(export, words(language));
    }

    private static ExportWords words(ExportLanguage language) {
        return ExportWords.in(language);
    }

    private static Stream<JsonNode> values(JsonNode node) {
        return node.isContainerNode()
                ? elements(node).flatMap(ExportPageTest::values)
                : Stream.of(node);
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
