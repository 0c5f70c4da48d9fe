package org.lethe.chat.ending;

import java.time.Duration;
import org.lethe.chat.InMemory;
import org.lethe.chat.letter.Letters;
import org.lethe.chat.letter.TestLetters;
import org.lethe.chat.presence.SightingTimes;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.runtime.account.AccountDirectory;
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
        return endChat(memory, endings, memory.accounts);
    }

    /** By a process that knows these accounts. */
    static EndChat endChat(InMemory memory, Endings endings, AccountDirectory accounts) {
        return endChat(
                memory,
                endings,
                accounts,
                new EndTurns(EndChat.MOST_AT_ONCE, Duration.ofSeconds(1), Runnable::run));
    }

    static EndChat endChat(InMemory memory, Endings endings, EndTurns turns) {
        return endChat(memory, endings, memory.accounts, turns);
    }

    private static EndChat endChat(
            InMemory memory, Endings endings, AccountDirectory accounts, EndTurns turns) {
        Letters letters = TestLetters.on(memory.letters, accounts);
        return new EndChat(
                endings,
                memory.store,
                new LastLetters(
                        accounts,
                        new Transcript(memory.store, memory.clock, TestLimits.standard()),
                        letters),
                letters,
                memory.visits,
                turns);
    }
}
