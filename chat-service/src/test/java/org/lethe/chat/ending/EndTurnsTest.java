package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;

class EndTurnsTest {

    private static final ChatId CHAT = ChatId.of("c01-abcd-" + "1".repeat(26));
    private static final ChatId OTHER = ChatId.of("c01-abcd-" + "2".repeat(26));

    @Test
    void letsNoMoreThanSoManyAtATime() {
        EndTurns one = turns(1);

        Optional<Optional<String>> outer =
                take(one, CHAT, () -> take(one, OTHER, () -> "out of turn").join()).join();

        assertThat(outer).contains(Optional.empty());
        assertThat(take(one, OTHER, () -> "its turn").join()).contains("its turn");
    }

    @Test
    void givesATurnBackThatFailed() {
        EndTurns one = turns(1);

        assertThatThrownBy(() -> take(one, CHAT, EndTurnsTest::fail).join())
                .hasCauseInstanceOf(IllegalStateException.class);

        assertThat(take(one, CHAT, () -> "again").join()).contains("again");
    }

    @Test
    void letsNobodyInTwice() {
        EndTurns two = turns(2);

        assertThat(take(two, CHAT, () -> take(two, CHAT, () -> "twice").join()).join())
                .contains(Optional.empty());
    }

    @Test
    void knowsWhoWaits() {
        List<Runnable> waiting = new ArrayList<>();
        var turns = new EndTurns(1, Duration.ofMillis(1), waiting::add);

        var taken = take(turns, CHAT, () -> "done");

        assertThat(taken).isNotDone();
        assertThat(turns.isHere(CHAT)).isTrue();
        waiting.forEach(Runnable::run);
        assertThat(taken.join()).contains("done");
        assertThat(turns.isHere(CHAT)).isFalse();
    }

    @Test
    void letsItsTurnGoBeforeWhatComesAfterwards() {
        EndTurns one = turns(1);
        List<String> afterwards = new ArrayList<>();

        var taken =
                one.take(
                        CHAT,
                        () -> "done",
                        done -> {
                            assertThat(one.isHere(CHAT)).isTrue();
                            afterwards.add(done);
                            take(one, OTHER, () -> "its turn").join().ifPresent(afterwards::add);
                        });

        assertThat(taken.join()).contains("done");
        assertThat(afterwards).containsExactly("done", "its turn");
        assertThat(one.isHere(CHAT)).isFalse();
    }

    @Test
    void doesNothingAfterwardsIfTheTurnDidNotCome() {
        List<String> afterwards = new ArrayList<>();

        var taken = turns(0).take(CHAT, () -> "done", afterwards::add);

        assertThat(taken.join()).isEmpty();
        assertThat(afterwards).isEmpty();
    }

    private static <T> CompletableFuture<Optional<T>> take(
            EndTurns turns, ChatId chat, Supplier<T> step) {
        return turns.take(chat, step, _ -> {});
    }

    private static EndTurns turns(int most) {
        return new EndTurns(most, Duration.ofMillis(1), Runnable::run);
    }

    private static String fail() {
        throw new IllegalStateException("as the test wants it");
    }
}
