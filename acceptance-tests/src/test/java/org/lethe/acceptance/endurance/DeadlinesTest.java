package org.lethe.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Duration ALLOWED = Duration.ofSeconds(10);
    private static final long BEFORE = Duration.ofSeconds(9).toNanos();
    private static final long AFTER = Duration.ofSeconds(11).toNanos();

    private final List<Broken> broken = new ArrayList<>();
    private boolean disturbed;
    private final Deadlines deadlines = new Deadlines(() -> disturbed, broken::add);

    @Test
    void seesWhatIsStillStored() {
        deadlines.set("c1", 0, ALLOWED);

        deadlines.look(BEFORE, scopes -> List.of("Redis: {s1}:c1:log"));
        assertThat(broken).isEmpty();
        deadlines.look(AFTER, scopes -> List.of("Redis: {s1}:c1:log"));

        assertThat(broken)
                .extracting(Broken::invariant)
                .containsExactly(Invariant.NOTHING_OUTLIVES);
    }

    @Test
    void forgetsWhatIsGone() {
        deadlines.set("c1", 0, ALLOWED);

        deadlines.look(AFTER, scopes -> List.of());

        assertThat(broken).isEmpty();
        assertThat(deadlines.open()).isZero();
    }

    @Test
    void movesWithEachSignOfLife() {
        deadlines.set("v1", 0, ALLOWED);
        deadlines.set("v1", BEFORE, ALLOWED);

        deadlines.look(AFTER, scopes -> List.of("Redis: {s1}:v1:view"));

        assertThat(broken).isEmpty();
        assertThat(deadlines.open()).isOne();
    }

    @Test
    void waitsForAServiceThatWasAwayAndNoLonger() {
        deadlines.setUnlessDisturbed("c1", 0, ALLOWED);
        disturbed = true;
        deadlines.look(AFTER, scopes -> List.of("file relay: c1/f"));
        assertThat(broken).isEmpty();

        disturbed = false;
        deadlines.look(AFTER * 100, scopes -> List.of("file relay: c1/f"));

        assertThat(broken).hasSize(1);
    }

    @Test
    void waitsForNobodyWhereNoServiceIsNeeded() {
        deadlines.set("v1", 0, ALLOWED);
        disturbed = true;

        deadlines.look(AFTER, scopes -> List.of("Redis: {s1}:v1:view"));

        assertThat(broken).hasSize(1);
    }
}
