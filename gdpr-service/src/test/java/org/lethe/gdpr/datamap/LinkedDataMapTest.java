package org.lethe.gdpr.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.retention.Category;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.retention.RetentionSchedule;

/** The form in JSON-LD says what the map says, in terms that the vocabulary has. */
class LinkedDataMapTest {

    private static final Map<String, String> PREFIXES =
            Map.of("dpv:", "https://w3id.org/dpv#", "pd:", "https://w3id.org/dpv/pd#");

    private static final Set<String> OTHERS =
            Set.of("dct:title", "dct:description", "rdf:value", "xsd:duration");

    private final DataMap map = DataMap.of(Lifetimes.standard());
    private final ObjectNode document =
            LinkedDataMap.of(
                    map, URI.create("https://chat.lethe.example/v1/data-map"), "lethe.example");

    @Test
    void isThePublishedOne() throws JsonProcessingException {
        Document.assertWritten(
                "api/data-map.jsonld",
                WireFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document)
                        + "\n");
    }

    @Test
    void usesTermsThatTheVocabularyHas() {
        Set<String> vocabulary = vocabulary();
        Set<String> terms = terms();

        assertThat(vocabulary).hasSizeGreaterThan(1_000);
        assertThat(terms).hasSizeGreaterThan(40);
        assertThat(terms)
                .filteredOn(term -> !OTHERS.contains(term))
                .allSatisfy(term -> assertThat(vocabulary).contains(expanded(term)));
    }

    @Test
    void hasAProcessForEachCategory() {
        assertThat(document.path("dpv:hasProcess").findValuesAsText("dct:title"))
                .containsExactlyElementsOf(
                        Arrays.stream(Category.values()).map(Category::code).toList());
    }

    @Test
    void saysAllThatIsHeld() {
        Set<String> contents =
                Arrays.stream(Category.values())
                        .flatMap(it -> RetentionSchedule.contents(it).stream())
                        .collect(Collectors.toSet());

        assertThat(document.findValuesAsText("dct:description")).containsAll(contents);
        assertThat(DataTerms.contents()).containsExactlyInAnyOrderElementsOf(contents);
    }

    @Test
    void tellsLifetimeAndCeilingOfAVisit() {
        JsonNode visit = document.path("dpv:hasProcess").path(0).path("dpv:hasStorageCondition");

        assertThat(visit.findValuesAsText("@value")).containsExactly("PT2M50S", "PT3M");
    }

    @Test
    void saysNothingOfALegalBasis() {
        assertThat(document.toString()).doesNotContain("hasLegalBasis");
    }

    private Set<String> terms() {
        var terms = new TreeSet<String>();
        collect(document.deepCopy().without("@context"), terms);
        return terms;
    }

    private static void collect(JsonNode node, Set<String> terms) {
        node.properties()
                .forEach(field -> {
                    if (field.getKey().equals("@type")) {
                        JsonNode types = field.getValue();
                        (types.isArray() ? types : List.of(types))
                                .forEach(type -> terms.add(type.asText()));
                    } else if (!field.getKey().startsWith("@")) {
                        terms.add(field.getKey());
                    }
                });
        node.forEach(child -> {
            if (child.isContainerNode()) {
                collect(child, terms);
            }
        });
    }

    private static String expanded(String term) {
        return PREFIXES.entrySet().stream()
                .filter(prefix -> term.startsWith(prefix.getKey()))
                .map(prefix -> prefix.getValue() + term.substring(prefix.getKey().length()))
                .findFirst()
                .orElse(term);
    }

    private static Set<String> vocabulary() {
        try (var in = LinkedDataMapTest.class.getResourceAsStream("/vocabulary/dpv-2.3.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
