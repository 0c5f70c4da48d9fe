package org.lethe.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lethe.bench.report.Figure;

class MemoryCourseTest {

    @Test
    void tellsWhatGrewInTheSecondHalf() {
        var course = new MemoryCourse();
        LongStream.rangeClosed(1, 10)
                .forEach(point -> course.note(Map.of("redis in use", point * 1_000_000)));

        assertThat(course.figures())
                .containsExactly(
                        new Figure("redis in use, at first", 1, "MB"),
                        new Figure("redis in use, in the middle", 5, "MB"),
                        new Figure("redis in use, at the end", 10, "MB"),
                        new Figure("redis in use, growth from the middle", 5, "MB"));
    }
}
