package org.lethe.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.acceptance.endurance.Outbox.Written;

class OutboxTest {

    private static final long LATER = Duration.ofSeconds(1).toNanos();
    private static final long MUCH_LATER = Duration.ofSeconds(20).toNanos();

    private final Outbox outbox = new Outbox();

    @Test
    void sendsOneWhenTheOneBeforeItWasTaken() {
        Written first = outbox.write("first");
        Written second = outbox.write("second");

        assertThat(outbox.due(0)).contains(first.frame());
        assertThat(outbox.due(0)).isEmpty();
        assertThat(outbox.taken(second.id())).isEmpty();
        assertThat(outbox.taken(first.id())).contains(first);
        assertThat(outbox.due(0)).contains(second.frame());
    }

    @Test
    void sendsAgainUnderTheSameIdOverANewConnection() {
        Written first = outbox.write("first");
        outbox.due(0);
        outbox.cut();

        assertThat(outbox.due(0)).contains(first.frame());
    }

    @Test
    void offersAgainAfterAPauseWhatWasRefusedForNow() {
        Written first = outbox.write("first");
        outbox.due(0);

        assertThat(outbox.refused(first.id(), true, 0)).isEmpty();
        assertThat(outbox.due(0)).isEmpty();
        assertThat(outbox.due(LATER)).contains(first.frame());
    }

    @Test
    void givesUpWhatIsRefusedForGood() {
        Written first = outbox.write("first");
        outbox.due(0);

        assertThat(outbox.refused(first.id(), false, 0)).contains(first);
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void knowsThatAnAnswerIsOverdue() {
        outbox.write("first");
        assertThat(outbox.isOverdue(MUCH_LATER)).isFalse();
        outbox.due(0);

        assertThat(outbox.isOverdue(LATER)).isFalse();
        assertThat(outbox.isOverdue(MUCH_LATER)).isTrue();
    }
}
