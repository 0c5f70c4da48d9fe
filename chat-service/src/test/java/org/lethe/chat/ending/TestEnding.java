package org.lethe.chat.ending;

import java.time.Duration;
import org.lethe.chat.InMemory;
import org.lethe.chat.letter.TestLetters;
import org.lethe.chat.presence.SightingTimes;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.runtime.limit.TestLimits;

/** Ends of chats for the tests of other packages. */
public final class TestEnding {

    private TestEnding() {}

    public static EndChat endChat(InMemory memory) {
        return endChat(memory, new FakeEndings(memory.store, memory.letters, memory.clock));
    }

    static LeavingSweep leavingSweep(InMemory memory) {
        return new LeavingSweep(
                memory.sightings,
                memory.visits,
                endChat(memory),
                SightingTimes.of(Lifetimes.standard().visit()),
                Runnable::run);
    }

    static EndChat endChat(InMemory memory, Endings endings) {
        return endChat(
                memory,
                endings,
                new EndTurns(EndChat.MOST_AT_ONCE, Duration.ofSeconds(1), Runnable::run));
    }

    static EndChat endChat(InMemory memory, Endings endings, EndTurns turns) {
        return new EndChat(
                endings,
                memory.store,
                new Transcript(memory.store, memory.clock, TestLimits.standard()),
                TestLetters.on(memory.letters, memory.accounts),
                memory.accounts,
                memory.visits,
                turns);
    }
}
