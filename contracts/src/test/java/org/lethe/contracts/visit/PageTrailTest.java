package org.lethe.contracts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.personal.PageTitle;
import org.lethe.contracts.personal.PageUrl;

class PageTrailTest {

    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void growsWithEachPage() {
        PageTrail trail = PageTrail.startingAt(page("a", 0)).visiting(page("b", 1));

        assertThat(trail.current()).isEqualTo(page("b", 1));
        assertThat(trail.pages()).containsExactly(page("a", 0), page("b", 1));
    }

    @Test
    void takesAReloadForTheSamePage() {
        PageTrail trail =
                PageTrail.startingAt(page("a", 0)).visiting(page("a", "another title", 5));

        assertThat(trail.pages()).containsExactly(page("a", "another title", 0));
    }

    @Test
    void forgetsOldPagesButTheFirst() {
        PageTrail trail = PageTrail.startingAt(page("first", 0));
        for (int at = 1; at <= PageTrail.MAX_PAGES; at++) {
            trail = trail.visiting(page("p" + at, at));
        }

        assertThat(trail.pages()).hasSize(PageTrail.MAX_PAGES);
        assertThat(trail.pages().getFirst()).isEqualTo(page("first", 0));
        assertThat(trail.pages().get(1)).isEqualTo(page("p2", 2));
        assertThat(trail.current()).isEqualTo(page("p50", 50));
    }

    @Test
    void forgetsOldPagesThatAreLongInAll() {
        PageTrail trail = PageTrail.startingAt(page("first", 0));
        for (int at = 1; at <= PageTrail.MAX_PAGES; at++) {
            trail = trail.visiting(page(at + "x".repeat(2_000), at));
        }

        assertThat(trail.pages()).hasSizeBetween(5, 10);
        assertThat(trail.pages().getFirst()).isEqualTo(page("first", 0));
        assertThat(trail.current()).isEqualTo(page("50" + "x".repeat(2_000), 50));
    }

    private static PageView page(String name, int seconds) {
        return page(name, null, seconds);
    }

    private static PageView page(String name, @Nullable String title, int seconds) {
        return new PageView(
                PageUrl.of("https://shop.example/" + name),
                title == null ? null : PageTitle.of(title),
                START.plusSeconds(seconds));
    }
}
