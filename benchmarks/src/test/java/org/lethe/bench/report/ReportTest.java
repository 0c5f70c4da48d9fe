package org.lethe.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

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
        var report =
                new Report(
                        Map.of("processors", "2"),
                        Map.of("chats", 10),
                        List.of(
                                new Result(
                                        "chat",
                                        "How long?",
                                        List.of(
                                                new Summary(
                                                        "one way, p99", "ms", 12.34, 10, 30)))));

        report.write(folder);

        assertThat(Files.readString(folder.resolve("bench.md")))
                .contains(
                        "- processors: 2",
                        "`--chats 10`",
                        "| one way, p99 | 12.3 | 10.0 | 30.0 | ms |");
        assertThat(Files.readString(folder.resolve("bench.json"))).contains("\"median\" : 12.34");
        assertThat(Files.readString(folder.resolve("bench.svg")))
                .contains("chat: one way, p99", "12.3 ms");
    }
}
