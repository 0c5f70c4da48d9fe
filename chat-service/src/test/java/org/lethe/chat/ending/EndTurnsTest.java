package org.lethe.chat.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.vault.Lookup;

class EndTurnsTest {

    private final InMemory memory = new InMemory();
    private final FakeEndings endings = new FakeEndings(memory.store, memory.letters, memory.clock);
    private final ChatId chat = memory.queued();
    private final EndTurns one = new EndTurns(1, Duration.ofMillis(1));

    @Test
    void letsNoMoreThanSoManyAtATime() {
        ChatId other = memory.queued();

        Optional<Optional<String>> outer =
                one.take(chat, () -> one.take(other, () -> "out of turn"));

        assertThat(outer).contains(Optional.empty());
        assertThat(one.take(other, () -> "its turn")).contains("its turn");
    }

    @Test
    void givesATurnBackThatFailed() {
        assertThatThrownBy(() -> one.take(chat, EndTurnsTest::fail))
                .isInstanceOf(IllegalStateException.class);

        assertThat(one.take(chat, () -> "again")).contains("again");
    }

    /** The sweep finds one whose claim has run out while it waited. */
    @Test
    void letsNobodyInTwice() {
        var two = new EndTurns(2, Duration.ofSeconds(1));

        assertThat(two.take(chat, () -> two.take(chat, () -> "twice"))).contains(Optional.empty());
    }

    @Test
    void leavesToTheSweepWhoseTurnDoesNotCome() {
        EndChat busy = TestEnding.endChat(memory, endings, new EndTurns(0, Duration.ZERO));

        EndChat.Outcome outcome = busy.end(chat, EndReason.VISITOR);

        assertThat(outcome).isEqualTo(new EndChat.Ending());
        endings.runOutClaims();
        new EndingSweep(endings, TestEnding.endChat(memory, endings)).sweep();
        assertThat(memory.store.lookup(chat)).isEqualTo(new Lookup.Destroyed());
        assertThat(memory.store.farewell(chat).orElseThrow().reason()).isEqualTo(EndReason.VISITOR);
    }

    private static String fail() {
        throw new IllegalStateException("as the test wants it");
    }
}
