package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;

class EndTurnsTest {

    private static final ChatId CHAT = ChatId.of("c01-abcd-" + "1".repeat(26));
    private static final ChatId OTHER = ChatId.of("c01-abcd-" + "2".repeat(26));

    @Test
    void letsNoMoreThanSoManyAtATime() {
        EndTurns one = turns(1);

        Optional<Optional<String>> outer =
                one.take(CHAT, () -> one.take(OTHER, () -> "out of turn").join()).join();

        assertThat(outer).contains(Optional.empty());
        assertThat(one.take(OTHER, () -> "its turn").join()).contains("its turn");
    }

    @Test
    void givesATurnBackThatFailed() {
        EndTurns one = turns(1);

        assertThatThrownBy(() -> one.take(CHAT, EndTurnsTest::fail).join())
                .hasCauseInstanceOf(IllegalStateException.class);

        assertThat(one.take(CHAT, () -> "again").join()).contains("again");
    }

    @Test
    void letsNobodyInTwice() {
        EndTurns two = turns(2);

        assertThat(two.take(CHAT, () -> two.take(CHAT, () -> "twice").join()).join())
                .contains(Optional.empty());
    }

    @Test
    void knowsWhoWaits() {
        List<Runnable> waiting = new ArrayList<>();
        var turns = new EndTurns(1, Duration.ofMillis(1), waiting::add);

        var taken = turns.take(CHAT, () -> "done");

        assertThat(taken).isNotDone();
        assertThat(turns.isHere(CHAT)).isTrue();
        waiting.forEach(Runnable::run);
        assertThat(taken.join()).contains("done");
        assertThat(turns.isHere(CHAT)).isFalse();
    }

    private static EndTurns turns(int most) {
        return new EndTurns(most, Duration.ofMillis(1), Runnable::run);
    }

    private static String fail() {
        throw new IllegalStateException("as the test wants it");
    }
}
