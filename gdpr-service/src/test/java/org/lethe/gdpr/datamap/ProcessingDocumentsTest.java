package org.lethe.gdpr.datamap;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.retention.Lifetimes;

/**
 * The documents that a processor owes, written from the data map, so that they say what is done.
 */
class ProcessingDocumentsTest {

    private static final String WRITTEN =
            "<!-- Written from the data map by ProcessingDocumentsTest of gdpr-service; change that. -->\n\n";

    private final DataMap map = DataMap.of(Lifetimes.standard());

    @Test
    void recordOfProcessing() {
        Document.assertWritten("record-of-processing.md", record());
    }

    @Test
    void annexOfMeasuresAndSubProcessors() {
        Document.assertWritten("processing-annex.md", annex());
    }

    @Test
    void recordNamesEachCategoryWithAllItsContents() {
        assertThat(map.categories())
                .allSatisfy(row ->
                        assertThat(record())
                                .contains("| " + row.category() + " |")
                                .contains(row.contents())
                                .contains(row.destroyed()));
    }

    private String record() {
        return "# Record of processing activities\n\n"
                + WRITTEN
                + """
                What Article 30 (2) of the GDPR asks a processor to record, as far as the suite itself decides it. What only who runs it
                knows is left open and marked. The same as JSON and, in the W3C's Data Privacy Vocabulary, as JSON-LD: `GET /v1/data-map`.

                ## Who

                | | |
                | --- | --- |
                | processor, its representative and data protection officer | *to be entered by who runs the suite* |
                | controllers on whose behalf it acts | the accounts; *names and contacts to be entered by who runs the suite* |
                | legal basis | the controller's; Lethe records the consent that a visitor gave, word for word, and does not judge it |

                ## Categories of processing

                """
                + table(
                        List.of("category", "for what", "what is held", "who can read it"),
                        map.categories().stream()
                                .map(row ->
                                        List.of(
                                                row.category(),
                                                row.purpose(),
                                                String.join("; ", row.contents()),
                                                row.recipients().isEmpty()
                                                        ? "nobody"
                                                        : String.join("; ", row.recipients())))
                                .toList())
                + """

                ## When it is destroyed

                Lifetimes are those of the schedule; a deployment can have shorter ones, and its `/v1/data-map` tells them. None can be longer than
                the ceiling.

                """
                + table(
                        List.of("category", "destroyed", "lifetime", "ceiling"),
                        map.categories().stream()
                                .map(row ->
                                        List.of(
                                                row.category(),
                                                row.destroyed(),
                                                row.lifetime()
                                                        .map(ProcessingDocumentsTest::span)
                                                        .orElse("none"),
                                                row.ceiling()
                                                        .map(ProcessingDocumentsTest::span)
                                                        .orElse("none")))
                                .toList())
                + """

                ## Topics

                Records of a topic can't be erased one by one, so none has personal data in clear; settings of accounts are sealed.

                """
                + table(
                        List.of("topic", "kept for"),
                        map.topics().stream()
                                .map(row -> List.of("`" + row.topic() + "`", kept(row)))
                                .toList())
                + """

                ## Transfers to third countries

                The suite transfers nothing by itself. Where the parts that it stands on are, and who runs them, a deployment decides:
                *to be entered by who runs the suite*. They are listed in [the annex](processing-annex.md).

                ## Measures

                See [the annex](processing-annex.md).
                """;
    }

    private String annex() {
        return "# Annex: measures and sub-processors\n\n"
                + WRITTEN
                + """
                For a contract under Article 28 of the GDPR. It names the technical measures that the suite itself takes. Those of a deployment
                (where it runs, who may enter, how its parts are reached) are not here: *to be entered by who runs the suite*.

                ## Technical measures

                """
                + table(
                        List.of("measure", "what it does", "how"),
                        map.measures().stream()
                                .map(row ->
                                        List.of(
                                                row.measure(),
                                                row.words(),
                                                "decision record " + row.record()))
                                .toList())
                + """

                ## Sub-processors

                Lethe engages nobody: places and networks of visitors are read from files on the machine, and no service outside is asked for
                anything but by the parts below. Where one of them is run by another company, that company is a sub-processor and is to be named.

                """
                + table(
                        List.of(
                                "part",
                                "what of personal data reaches it",
                                "in what form",
                                "run by"),
                        map.parts().stream()
                                .map(row ->
                                        List.of(
                                                row.words(),
                                                row.receives(),
                                                row.form(),
                                                "*to be entered*"))
                                .toList());
    }

    private static String table(List<String> head, List<List<String>> rows) {
        String rule = head.stream().map(_ -> "---").collect(joining(" | ", "| ", " |\n"));
        return line(head)
                + rule
                + rows.stream().map(ProcessingDocumentsTest::line).collect(joining());
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(joining(" | ", "| ", " |\n"));
    }

    private static String kept(DataMap.TopicRow row) {
        return row.retention()
                .map(ProcessingDocumentsTest::span)
                .orElseGet(() -> kept(Topic.find(row.topic()).orElseThrow()));
    }

    private static String kept(Topic topic) {
        return switch (topic) {
            case ACCOUNTS -> "the newest state of each account";
            case LEDGER -> "never removed: ids of accounts, counts, times, digests, roles";
            case LEDGER_HEADS -> "never removed: counts, times, digests";
            case LEDGER_CHECKPOINTS -> "never removed: ids of accounts, offsets, counts, digests";
            case VISITS, CHATS, FILES, LETTERS, LOSSES, ERASURES, DEAD_LETTERS ->
                    throw new IllegalArgumentException("a topic that is not kept");
        };
    }

    private static String span(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
