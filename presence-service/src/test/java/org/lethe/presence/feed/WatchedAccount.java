package org.lethe.presence.feed;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.FakeVisitStore;
import org.lethe.presence.visit.Sample;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.fixture.TestClock;

/** A feed over visits in memory, whose moments pass when a test says so. */
final class WatchedAccount {

    static final AccountId ACME = new AccountId("acme");

    final TestClock clock = new TestClock();
    final FakeVisitStore store = new FakeVisitStore();
    final List<Runnable> moments = new ArrayList<>();
    final AccountDirectory accounts = TestAccounts.directory(TestAccounts.settings(ACME, Map.of()));
    final VisitorFeed feed =
            new VisitorFeed(
                    ACME,
                    new VisitorList(store, accounts),
                    clock,
                    moments::add,
                    delivery -> delivery.run());
    private final SecureRandom random = new SecureRandom();

    VisitId visitor() {
        return visitor(ACME);
    }

    VisitId visitor(AccountId account) {
        VisitId visit = VisitId.mint("ep0c", random);
        store.visits.put(visit, Sample.visit(visit, account));
        return visit;
    }

    Recorder watch() {
        Recorder watcher = new Recorder("w" + random.nextInt());
        join(watcher);
        return watcher;
    }

    void join(Recorder watcher) {
        feed.expect(watcher);
        feed.join(watcher.id());
    }

    void passMoment() {
        List<Runnable> due = List.copyOf(moments);
        moments.clear();
        due.forEach(Runnable::run);
    }
}
