package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void goesOnAfterTheLastOfAFullPage() {
        assertThat(Pages.next(List.of(4L, 7L), 2, number -> number)).contains(7L);
    }

    @Test
    void endsWithAPageThatIsNotFull() {
        assertThat(Pages.next(List.of(4L), 2, number -> number)).isEmpty();
        assertThat(Pages.next(List.<Long>of(), 1, number -> number)).isEmpty();
    }
}
