package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void goesOnAfterTheLastOfAFullPage() {
        assertThat(Paging.next(List.of(4L, 7L), 2, number -> number)).contains(7L);
    }

    @Test
    void endsWithAPageThatIsNotFull() {
        assertThat(Paging.next(List.of(4L), 2, number -> number)).isEmpty();
        assertThat(Paging.next(List.<Long>of(), 1, number -> number)).isEmpty();
    }
}
