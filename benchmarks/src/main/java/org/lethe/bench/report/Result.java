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
}
