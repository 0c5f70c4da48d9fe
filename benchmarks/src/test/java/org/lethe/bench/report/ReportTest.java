package org.lethe.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Result CHAT =
            new Result(
                    "chat", "How long?", List.of(new Summary("one way, p99", "ms", 12.34, 10, 30)));
    private static final Result REST =
            new Result("rest", "How much?", List.of(new Summary("redis", "% of a core", 3, 2, 4)));

    private static final Result GROWTH =
            new Result(
                    "growth",
                    "How much more?",
                    List.of(
                            new Summary("commands a message", "commands", 14, 13, 15, 10),
                            new Summary("lost", "messages", 0, 0, 0, 10),
                            new Summary("commands a message", "commands", 14, 14, 20, 1_000),
                            new Summary("lost", "messages", 0, 0, 0, 1_000)));

    @TempDir Path folder;

    @Test
    void takesTheMedianAndSaysTheSpread() {
        List<Summary> summaries =
                Summary.of(
                        List.of(
                                List.of(new Figure("one way, p99", 30, "ms")),
                                List.of(new Figure("one way, p99", 10, "ms")),
                                List.of(new Figure("one way, p99", 12, "ms"))));

        assertThat(summaries).containsExactly(new Summary("one way, p99", "ms", 12, 10, 30));
    }

    @Test
    void writesTableJsonAndPicture() throws Exception {
        production(CHAT).write(folder);

        assertThat(written("chat.md"))
                .contains(
                        "- processors: 2",
                        "- JVM options: production",
                        "- through: ports",
                        "- Redis: 7.0.15",
                        "- commit: abc1234",
                        "- `./lethe bench chat --chats 10`",
                        "| one way, p99 | 12.3 | 10.0 | 30.0 | ms |")
                .doesNotContain("quick");
        assertThat(written("chat.json"))
                .contains(
                        "\"jvm\" : \"production\"",
                        "\"quick\" : false",
                        "\"Redis\" : \"7.0.15\"",
                        "\"chats\" : 10",
                        "\"command\" : \"./lethe bench chat --chats 10\"",
                        "\"median\" : 12.34")
                .doesNotContain("size");
        assertThat(written("chat.svg")).contains("chat: times", "one way, p99", "12.3 ms");
    }

    @Test
    void tellsFiguresOfSeveralSizesApart() {
        var few = new Figure("lost", 1, "messages").of(10);
        var many = new Figure("lost", 3, "messages").of(100);

        List<Summary> summaries = Summary.of(List.of(List.of(few, many), List.of(few, many)));

        assertThat(summaries)
                .containsExactly(
                        new Summary("lost", "messages", 1, 1, 1, 10),
                        new Summary("lost", "messages", 3, 3, 3, 100));
    }

    @Test
    void drawsWhatGrowsOverItsSize() throws Exception {
        production(GROWTH).write(folder);

        assertThat(written("growth.md")).contains("| commands a message, of 1000 | 14.0 |");
        assertThat(written("growth.json")).contains("\"size\" : 1000");
        // From the left to the right; flat, as the median is the same.
        assertThat(written("growth.svg"))
                .contains(
                        "commands a message (commands)",
                        "points=\"40.0,71.0 360.0,71.0\"",
                        ">1000</text>")
                .doesNotContain("lost");
    }

    /** Half of the width is half of the most of its unit, whatever others have. */
    @Test
    void drawsWhatHasNoTimesInItsUnits() throws Exception {
        production(
                        new Result(
                                "rest",
                                "How much?",
                                List.of(
                                        new Summary("redis", "% of a core", 2, 2, 4),
                                        new Summary("resident", "MB", 900, 900, 900),
                                        new Summary("lost", "messages", 0, 0, 0))))
                .write(folder);

        assertThat(written("rest.svg"))
                .contains(
                        "rest: median",
                        "width=\"210.0\"",
                        ">2.00 % of a core</text>",
                        "width=\"420.0\"",
                        ">900 MB</text>")
                .doesNotContain("lost", "logarithmic");
    }

    @Test
    void drawsNothingWhereAllIsZero() throws Exception {
        production(new Result("rest", "?", List.of(new Summary("redis", "%", 0, 0, 0))))
                .write(folder);

        assertThat(files()).containsExactlyInAnyOrder("rest.md", "rest.json");
    }

    @Test
    void leavesOtherScenariosAsTheyAre() throws Exception {
        production(REST).write(folder);
        String rest = written("rest.md");

        production(CHAT).write(folder);

        assertThat(written("rest.md")).isEqualTo(rest);
        assertThat(written("chat.md")).contains("one way").doesNotContain("redis");
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "rest.md", "rest.json", "rest.svg", "chat.md", "chat.json", "chat.svg");
    }

    @Test
    void saysThatItWasQuick() throws Exception {
        var report = new Report(head("local", true), List.of(CHAT, REST));

        report.write(folder);

        assertThat(report.text())
                .contains("- JVM options: local", "- `--quick`", "## chat", "## rest");
        assertThat(written("rest.md")).contains("- JVM options: local", "- `--quick`");
        assertThat(written("rest.json")).contains("\"jvm\" : \"local\"", "\"quick\" : true");
    }

    private static Report production(Result result) {
        return new Report(head("production", false), List.of(result));
    }

    private static Head head(String jvm, boolean quick) {
        return new Head(
                Map.of("processors", "2"),
                Map.of("Redis", "7.0.15", "commit", "abc1234"),
                jvm,
                "ports",
                quick,
                Map.of("chats", 10),
                "./lethe bench chat --chats 10");
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
