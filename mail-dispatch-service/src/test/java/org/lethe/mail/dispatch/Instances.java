package org.lethe.mail.dispatch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.lethe.contracts.WireFormat;
import org.lethe.mail.InMemory;
import org.lethe.mail.letter.LeaseKeeper;
import org.lethe.mail.post.LocalPost;
import org.lethe.mail.post.Way;
import org.lethe.mail.render.LetterRenderer;
import org.lethe.runtime.account.AccountDirectory;

/** Instances of the service on one store and one mail server. */
final class Instances {

    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    static final int COPIES = 3;

    private final InMemory suite;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    Instances(InMemory suite) {
        this.suite = suite;
    }

    LetterDispatch start() {
        return start(sending());
    }

    /** One that has not read the accounts. */
    LetterDispatch startUnread() {
        return start(sending(new AccountDirectory()));
    }

    private LetterDispatch start(LetterSending sending) {
        var keeper = new LeaseKeeper(suite.leases, InMemory.TERMS);
        return new LetterDispatch(
                suite.leases,
                keeper,
                sending,
                new LetterEnds(suite.vault, suite.leases, keeper),
                suite.lost,
                metrics,
                new Rhythms(
                        Duration.ofSeconds(10),
                        new Pauses(FIRST_PAUSE, LONGEST_PAUSE),
                        new Copies(COPIES, Duration.ofMinutes(5), Duration.ofMinutes(30))));
    }

    LetterSending sending() {
        return sending(suite.accounts);
    }

    private LetterSending sending(AccountDirectory accounts) {
        return new LetterSending(
                suite.vault,
                new LetterRenderer(),
                suite.post,
                accounts,
                suite.leases,
                LocalPost.of(Duration.ofSeconds(30)));
    }

    /** How many attempts had this outcome. */
    int counted(String outcome) {
        return (int) metrics.counter("lethe.mail.attempts", "outcome", outcome).count();
    }

    /** How many letters went over this way. */
    int handedOver(Way way) {
        return (int)
                metrics.get("lethe.mail.handed.over")
                        .tag("way", WireFormat.name(way))
                        .counter()
                        .count();
    }

    private record Rhythms(Duration sweepEvery, Retry retry, Unanswered unanswered)
            implements DispatchSettings {}

    private record Copies(int copies, Duration first, Duration longest)
            implements DispatchSettings.Unanswered {}

    private record Pauses(Duration first, Duration longest) implements DispatchSettings.Retry {}
}
