package org.lethe.bench.report;

import java.util.List;

/**
 * What a scenario came to.
 *
 * @param question that its figures answer, in a sentence
 */
public record Result(String scenario, String question, List<Summary> figures) {

    public Result {
        figures = List.copyOf(figures);
    }

    /** The question and a table, as Markdown. */
    String text() {
        var text = new StringBuilder(question).append("\n\n");
        text.append("| figure | median | least | most | unit |\n");
        text.append("| --- | ---: | ---: | ---: | --- |\n");
        for (Summary figure : figures) {
            text.append(
                    "| %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    figure.label(),
                                    Report.shown(figure.median()),
                                    Report.shown(figure.least()),
                                    Report.shown(figure.most()),
                                    figure.unit()));
        }
        return text.toString();
    }
}
