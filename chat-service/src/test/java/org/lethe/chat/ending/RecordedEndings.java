package org.lethe.chat.ending;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;

/** Writes down the letters, and lets something happen between the steps. */
final class RecordedEndings implements Endings {

    private final Endings endings;
    List<SealedLetter> sealed = List.of();
    Runnable beforeFinish = () -> {};
    Runnable beforeForget = () -> {};
    ChatId broken = ChatId.of("c01-abcd-" + "9".repeat(26));
    ChatId unstartable = broken;

    RecordedEndings(Endings endings) {
        this.endings = endings;
    }

    @Override
    public Begun begin(ChatId any, EndReason reason) {
        if (any.equals(unstartable)) {
            throw new IllegalStateException("as the test wants it");
        }
        return endings.begin(any, reason);
    }

    @Override
    public Optional<Begun> beginIfLeft(ChatId any) {
        return endings.beginIfLeft(any);
    }

    @Override
    public Duration claim() {
        return endings.claim();
    }

    @Override
    public Finished finish(ChatId any, List<SealedLetter> letters) {
        if (any.equals(broken)) {
            throw new IllegalStateException("as the test wants it");
        }
        beforeFinish.run();
        beforeFinish = () -> {};
        sealed = letters;
        return endings.finish(any, letters);
    }

    @Override
    public void forget(ChatId any) {
        Runnable before = beforeForget;
        beforeForget = () -> {};
        before.run();
        endings.forget(any);
    }

    @Override
    public Overdue overdue() {
        return endings.overdue();
    }
}
