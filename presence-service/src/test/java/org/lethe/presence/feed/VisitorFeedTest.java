package org.lethe.presence.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.presence.feed.Recorder.shown;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.VisitorsServerFrame.Changed;
import org.lethe.contracts.frame.VisitorsServerFrame.Gone;
import org.lethe.contracts.frame.VisitorsServerFrame.Visitors;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.runtime.account.UnreadableCause;

class VisitorFeedTest {

    private static final AccountId GLOBEX = new AccountId("globex");

    private final SecureRandom random = new SecureRandom();
    private final WatchedAccount acme = new WatchedAccount();

    @Test
    void showsWhoIsThereAtFirst() {
        VisitId visit = acme.visitor();

        assertThat(acme.watch().frames)
                .satisfiesExactly(frame -> assertThat(shown(frame)).containsExactly(visit));
    }

    @Test
    void showsAnEmptyListToo() {
        assertThat(acme.watch().frames).containsExactly(new Visitors(List.of()));
    }

    @Test
    void fetchesManyChangesOfAMomentTogether() {
        Recorder watcher = acme.watch();
        Recorder colleague = acme.watch();
        List<VisitId> visits = new ArrayList<>();
        for (int at = 0; at < 50; at++) {
            visits.add(acme.visitor());
            acme.feed.onChanged(visits.get(at));
            acme.feed.onChanged(visits.get(at));
        }
        acme.store.reads.clear();

        acme.passMoment();

        assertThat(acme.store.reads).containsExactly(50);
        assertThat(watcher.frames).hasSize(2);
        assertThat(shown(watcher.frames.getLast())).containsExactlyInAnyOrderElementsOf(visits);
        assertThat(colleague.frames.getLast()).isEqualTo(watcher.frames.getLast());
    }

    @Test
    void tellsWhoIsGoneOnce() {
        VisitId visit = acme.visitor();
        Recorder watcher = acme.watch();

        acme.store.visits.remove(visit);
        acme.feed.onDestroyed(visit);
        acme.passMoment();
        acme.feed.onDestroyed(visit);

        assertThat(acme.moments).isEmpty();
        assertThat(watcher.frames.getLast()).isEqualTo(new Gone(List.of(visit)));
    }

    /** Who is gone must not stay on a screen because nobody can say how the account is set. */
    @Test
    void tellsWhoIsGoneOfAnAccountThatCanNotBeOpened() {
        VisitId visit = acme.visitor();
        Recorder watcher = acme.watch();
        acme.accounts.setUnreadable(Map.of(WatchedAccount.ACME, UnreadableCause.DAMAGED));

        acme.store.visits.remove(visit);
        acme.feed.onDestroyed(visit);
        acme.passMoment();

        assertThat(watcher.frames.getLast()).isEqualTo(new Gone(List.of(visit)));
    }

    @Test
    void keepsItsWatchersWhileTheStoreIsAwayForAMoment() {
        Recorder watcher = acme.watch();
        acme.store.away = true;
        acme.clock.advance(RetentionSchedule.UNSEEN);
        acme.feed.repair();
        assertThat(watcher.cutOff).isNull();

        acme.store.away = false;
        acme.feed.repair();
        acme.store.away = true;
        acme.clock.advance(RetentionSchedule.UNSEEN);
        acme.feed.repair();

        assertThat(watcher.cutOff).isNull();
    }

    /** A page that is connected would show for ever who may have left meanwhile. */
    @Test
    void hangsUpOnItsWatchersWhenNobodyCouldSayForLongWhoIsThere() {
        acme.visitor();
        Recorder watcher = acme.watch();
        acme.store.away = true;

        acme.clock.advance(RetentionSchedule.UNSEEN.plusSeconds(1));
        acme.feed.repair();

        assertThat(watcher.cutOff).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(acme.feed.isWatched()).isFalse();
    }

    @Test
    void saysNothingOfVisitsThatWereNeverShown() {
        Recorder watcher = acme.watch();

        acme.feed.onDestroyed(VisitId.mint("ep0c", random));
        acme.feed.onChanged(VisitId.mint("ep0c", random));
        acme.passMoment();

        assertThat(watcher.frames).hasSize(1);
    }

    @Test
    void neverShowsAnotherAccountsVisit() {
        Recorder watcher = acme.watch();

        acme.feed.onChanged(acme.visitor(GLOBEX));
        acme.passMoment();

        assertThat(watcher.frames).hasSize(1);
    }

    @Test
    void repairsWhatSignalsMissed() {
        VisitId leaving = acme.visitor();
        Recorder watcher = acme.watch();
        acme.store.visits.remove(leaving);
        VisitId arrived = acme.visitor();

        acme.feed.onReconnected();
        acme.passMoment();

        assertThat(watcher.frames)
                .hasSize(3)
                .anySatisfy(frame -> assertThat(frame).isEqualTo(new Gone(List.of(leaving))))
                .last()
                .satisfies(frame -> assertThat(frame).isInstanceOfAny(Gone.class, Changed.class));
        assertThat(watcher.frames)
                .filteredOn(Changed.class::isInstance)
                .singleElement()
                .satisfies(frame -> assertThat(shown(frame)).containsExactly(arrived));
    }

    @Test
    void takesUpLaterWhatCouldNotBeRead() {
        Recorder watcher = acme.watch();
        VisitId visit = acme.visitor();
        acme.store.away = true;
        acme.feed.onChanged(visit);
        acme.passMoment();
        acme.store.away = false;

        acme.feed.onReconnected();
        acme.passMoment();

        assertThat(shown(watcher.frames.getLast())).containsExactly(visit);
    }

    @Test
    void sendsALongListInPortions() {
        for (int at = 0; at < VisitorList.PORTION + 1; at++) {
            acme.visitor();
        }

        Recorder watcher = acme.watch();

        assertThat(shown(watcher.frames.getFirst())).hasSize(VisitorList.PORTION);
        assertThat(watcher.frames.getLast()).isInstanceOf(Changed.class);
        assertThat(shown(watcher.frames.getLast())).hasSize(1);
    }

    @Test
    void forgetsAWatcherThatLeft() {
        Recorder watcher = acme.watch();
        acme.feed.leave(watcher.id());

        acme.feed.onChanged(acme.visitor());
        acme.passMoment();

        assertThat(watcher.frames).hasSize(1);
        assertThat(acme.feed.isWatched()).isFalse();
    }
}
