package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts, as the chart renders them, with the pages that they point to. */
class AlertsTest {

    private static final Pattern SECTION =
            Pattern.compile("^### (Lethe[A-Za-z]+)$", Pattern.MULTILINE);

    @Test
    void areRenderedOnlyWhereTheyAreWanted() {
        assertThat(Chart.render()).noneMatch(AlertsTest::isOfTheOperator);
    }

    @Test
    void haveTheShapeOfThePrometheusOperator() {
        Manifest rule = rendered("PrometheusRule");

        assertThat(rule.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(rule.at("/spec/groups"))
                .isNotEmpty()
                .allSatisfy(group -> {
                    assertThat(group.properties())
                            .extracting(Map.Entry::getKey)
                            .containsExactlyInAnyOrder("name", "rules");
                    assertThat(group.path("rules")).isNotEmpty();
                });
        assertThat(alerts())
                .allSatisfy(alert -> {
                    assertThat(alert.properties())
                            .extracting(Map.Entry::getKey)
                            .isSubsetOf("alert", "expr", "for", "labels", "annotations");
                    assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
                    assertThat(alert.at("/annotations/summary").asText()).endsWith(".");
                });
    }

    @Test
    void nameOnlyMetricsThatThePageHolds() {
        assertThat(alerts())
                .allSatisfy(alert ->
                        assertThat(MetricsPage.used(alert.path("expr").asText()))
                                .as(alert.path("alert").asText())
                                .isNotEmpty()
                                .isSubsetOf(MetricsPage.names()));
    }

    @Test
    void haveASectionOfTheRunbookEach() throws IOException {
        List<String> sections =
                SECTION.matcher(Files.readString(Manifest.root().resolve("docs/runbook.md")))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList();

        assertThat(alerts())
                .extracting(alert -> alert.path("alert").asText())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(sections);
        assertThat(alerts())
                .allSatisfy(alert ->
                        assertThat(alert.at("/annotations/runbook_url").asText())
                                .isEqualTo(
                                        "https://ops.acme.example/runbook#"
                                                + alert.path("alert")
                                                        .asText()
                                                        .toLowerCase(Locale.ROOT)));
    }

    @Test
    void areAboutTheReleaseThatTheyCameWith() {
        List<JsonNode> ofOther =
                alerts(Chart.renderAs("chat", "support", Map.of("monitoring.enabled", true)));

        assertThat(ofOther)
                .extracting(alert -> alert.path("expr").asText())
                .noneMatch(expression -> expression.contains("\"lethe"))
                .allMatch(expression -> expression.contains("namespace=\"support\""))
                .anyMatch(expression -> expression.contains("job=~\"chat-.+-service\""))
                .anyMatch(expression -> expression.contains("job=\"chat-gdpr-service\""))
                .anyMatch(expression -> expression.contains("pod=~\"chat-.+-service-.+\""));
    }

    @Test
    void readTheMetricsOfAllServicesAndOfNothingElse() {
        Manifest monitor = rendered("ServiceMonitor");

        assertThat(monitor.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(monitor.at("/spec/endpoints"))
                .singleElement()
                .satisfies(endpoint -> {
                    assertThat(endpoint.path("port").asText()).isEqualTo("http");
                    assertThat(endpoint.path("path").asText()).isEqualTo("/q/metrics");
                    assertThat(endpoint.path("interval").asText()).isEqualTo("30s");
                });
        assertThat(Chart.render())
                .filteredOn(manifest -> manifest.is("Service"))
                .filteredOn(service -> chooses(monitor, service.at("/metadata/labels")))
                .extracting(Manifest::name)
                .containsExactlyInAnyOrderElementsOf(
                        Chart.SERVICES.stream().map(name -> "lethe-" + name).toList());
    }

    @Test
    void refuseAnIntervalThatIsNone() {
        assertThatThrownBy(() -> Chart.render(Map.of("monitoring.interval", "often")))
                .hasMessageContaining("interval");
    }

    private static boolean chooses(Manifest monitor, JsonNode labels) {
        JsonNode selector = monitor.at("/spec/selector");
        return selector.path("matchLabels").properties().stream()
                        .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()))
                && selector.path("matchExpressions")
                        .valueStream()
                        .allMatch(expression ->
                                expression
                                        .path("values")
                                        .valueStream()
                                        .anyMatch(
                                                labels.path(expression.path("key").asText())
                                                        ::equals));
    }

    private static boolean isOfTheOperator(Manifest manifest) {
        return manifest.is("PrometheusRule") || manifest.is("ServiceMonitor");
    }

    private static Manifest rendered(String kind) {
        Manifest found =
                all().stream().filter(manifest -> manifest.is(kind)).findFirst().orElseThrow();
        assertThat(found.at("/apiVersion").asText()).isEqualTo("monitoring.coreos.com/v1");
        return found;
    }

    private static List<Manifest> all() {
        return Chart.render(
                Map.of(
                        "monitoring.enabled", true,
                        "monitoring.labels.release", "prometheus",
                        "monitoring.interval", "30s",
                        "monitoring.runbook", "https://ops.acme.example/runbook"));
    }

    private static List<JsonNode> alerts() {
        return alerts(all());
    }

    private static List<JsonNode> alerts(List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.is("PrometheusRule"))
                .flatMap(rule -> rule.at("/spec/groups").valueStream())
                .flatMap((JsonNode group) -> stream(group.path("rules")))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return list.valueStream();
    }
}
