package org.lethe.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.bench.report.Report;
import org.lethe.bench.report.Result;
import org.lethe.bench.report.Summary;
import org.lethe.bench.scenario.BenchOptions;

/** That it can measure; what it measures on a machine that does something else says nothing. */
class BenchIT {

    @Test
    void measuresEverythingOnce() {
        Report report = Bench.measure(BenchOptions.parse(List.of("--quick")));

        assertThat(report.head().jvm()).isEqualTo("local");
        assertThat(report.head().quick()).isTrue();
        assertThat(report.head().versions()).containsKeys("Redis", "Kafka", "Keycloak");
        assertThat(report.results())
                .extracting(Result::scenario)
                .containsExactly(
                        "start",
                        "rest",
                        "chat",
                        "ends",
                        "letters",
                        "files",
                        "presence",
                        "feed",
                        "console",
                        "erasure",
                        "growth",
                        "growth-operators",
                        "growth-visits",
                        "growth-erasure",
                        "soak");
        assertThat(median(report, "start", "ready")).isPositive();
        assertThat(median(report, "rest", "scripts of the store")).isPositive();
        assertThat(median(report, "rest", "time of scripts")).isPositive();
        assertThat(median(report, "rest", "to the store")).isPositive();
        assertThat(median(report, "chat", "one way, p50")).isPositive();
        assertThat(median(report, "chat", "lost")).isZero();
        // Beyond the rest of a second, which may have been worth more than these few messages.
        assertThat(median(report, "chat", "time of scripts")).isFinite();
        assertThat(median(report, "chat", "to the store")).isFinite();
        assertThat(median(report, "ends", "keys gone alone, p50")).isPositive();
        assertThat(median(report, "ends", "not gone alone")).isZero();
        assertThat(median(report, "ends", "keys gone, p99")).isPositive();
        assertThat(median(report, "ends", "not gone")).isZero();
        assertThat(median(report, "letters", "arrived, p50")).isPositive();
        assertThat(median(report, "letters", "not arrived")).isZero();
        assertThat(median(report, "letters", "bare mails")).isPositive();
        assertThat(median(report, "files", "up, 8 at once")).isPositive();
        assertThat(median(report, "files", "down, 8 at once")).isPositive();
        assertThat(median(report, "presence", "opened, p50")).isPositive();
        assertThat(median(report, "presence", "not opened")).isZero();
        assertThat(median(report, "feed", "shown, p50")).isPositive();
        assertThat(median(report, "console", "frames, visitors move")).isPositive();
        assertThat(median(report, "console", "rows")).isGreaterThanOrEqualTo(10);
        assertThat(median(report, "erasure", "key gone alone, p50")).isPositive();
        assertThat(median(report, "erasure", "not gone at once")).isZero();
        assertThat(median(report, "erasure", "no receipt at once")).isZero();
        assertThat(median(report, "erasure", "erased though nobody asked")).isZero();
        assertThat(median(report, "growth", "keys gone, p99, of 10")).isPositive();
        assertThat(median(report, "growth", "lost, of 10")).isZero();
        assertThat(
                        median(
                                report,
                                "growth-operators",
                                "frames to each list of visitors, to open one, of 3"))
                .isPositive();
        assertThat(median(report, "growth-operators", "lost, of 3")).isZero();
        assertThat(median(report, "growth-visits", "list, last row, of 100")).isPositive();
        assertThat(median(report, "growth-visits", "not opened, of 100")).isZero();
        assertThat(median(report, "growth-visits", "page not shown, of 100"))
                .isGreaterThanOrEqualTo(0);
        assertThat(median(report, "growth-erasure", "key gone by address, p50, of 100"))
                .isPositive();
        assertThat(median(report, "growth-erasure", "no receipt by address, of 100")).isZero();
        assertThat(median(report, "growth-erasure", "no receipt by e-mail, of 100")).isZero();
        assertThat(median(report, "growth-erasure", "no receipt at once, of 100")).isZero();
        assertThat(median(report, "soak", "chat-service resident, at the end")).isPositive();
        assertThat(median(report, "soak", "opened")).isPositive();
        assertThat(median(report, "soak", "not ended")).isZero();
        assertThat(median(report, "soak", "lost")).isZero();
    }

    private static double median(Report report, String scenario, String figure) {
        return report.results().stream()
                .filter(result -> result.scenario().equals(scenario))
                .flatMap(result -> result.figures().stream())
                .filter(summary -> summary.label().equals(figure))
                .mapToDouble(Summary::median)
                .findFirst()
                .orElseThrow();
    }
}
