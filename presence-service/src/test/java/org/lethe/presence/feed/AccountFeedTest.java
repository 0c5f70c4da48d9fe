package org.lethe.presence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.frame.VisitorsServerFrame;
import org.lethe.contracts.frame.VisitorsServerFrame.Changed;
import org.lethe.contracts.frame.VisitorsServerFrame.Gone;
import org.lethe.contracts.frame.VisitorsServerFrame.Visitors;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;

class AccountFeedTest {

    private static final AccountId ACME = new AccountId("acme");
    private static final AccountId GLOBEX = new AccountId("globex");

    private final SecureRandom random = new SecureRandom();
    private final FakeVisitStore store = new FakeVisitStore();
    private final List<Runnable> moments = new ArrayList<>();
    private final AccountFeed feed =
            new AccountFeed(ACME, new VisitorList(store, account -> false), moments::add);

    @Test
    void showsWhoIsThereAtFirst() {
        VisitId visit = visitor(ACME);

        assertThat(watch().frames)
                .satisfiesExactly(frame -> assertThat(shown(frame)).containsExactly(visit));
    }

    @Test
    void showsAnEmptyListToo() {
        assertThat(watch().frames).containsExactly(new Visitors(List.of()));
    }

    @Test
    void fetchesManyChangesOfAMomentTogether() {
        Recorder watcher = watch();
        Recorder colleague = watch();
        List<VisitId> visits = new ArrayList<>();
        for (int at = 0; at < 50; at++) {
            visits.add(visitor(ACME));
            feed.onChanged(visits.get(at));
            feed.onChanged(visits.get(at));
        }
        store.reads.clear();

        passMoment();

        assertThat(store.reads).containsExactly(50);
        assertThat(watcher.frames).hasSize(2);
        assertThat(shown(watcher.frames.getLast())).containsExactlyInAnyOrderElementsOf(visits);
        assertThat(colleague.frames.getLast()).isEqualTo(watcher.frames.getLast());
    }

    @Test
    void tellsWhoIsGoneOnce() {
        VisitId visit = visitor(ACME);
        Recorder watcher = watch();

        store.visits.remove(visit);
        feed.onDestroyed(visit);
        passMoment();
        feed.onDestroyed(visit);

        assertThat(moments).isEmpty();
        assertThat(watcher.frames.getLast()).isEqualTo(new Gone(List.of(visit)));
    }

    @Test
    void saysNothingOfVisitsThatWereNeverShown() {
        Recorder watcher = watch();

        feed.onDestroyed(VisitId.mint("ep0c", random));
        feed.onChanged(VisitId.mint("ep0c", random));
        passMoment();

        assertThat(watcher.frames).hasSize(1);
    }

    @Test
    void neverShowsAnotherAccountsVisit() {
        Recorder watcher = watch();

        feed.onChanged(visitor(GLOBEX));
        passMoment();

        assertThat(watcher.frames).hasSize(1);
    }

    @Test
    void repairsWhatSignalsMissed() {
        VisitId leaving = visitor(ACME);
        Recorder watcher = watch();
        store.visits.remove(leaving);
        VisitId arrived = visitor(ACME);

        feed.onMissed();
        passMoment();

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
        Recorder watcher = watch();
        VisitId visit = visitor(ACME);
        store.away = true;
        feed.onChanged(visit);
        passMoment();
        store.away = false;

        feed.onMissed();
        passMoment();

        assertThat(shown(watcher.frames.getLast())).containsExactly(visit);
    }

    @Test
    void sendsALongListInPortions() {
        for (int at = 0; at < VisitorList.PORTION + 1; at++) {
            visitor(ACME);
        }

        Recorder watcher = watch();

        assertThat(shown(watcher.frames.getFirst())).hasSize(VisitorList.PORTION);
        assertThat(watcher.frames.getLast()).isInstanceOf(Changed.class);
        assertThat(shown(watcher.frames.getLast())).hasSize(1);
    }

    @Test
    void sendsAtTheEndWhatChangedWhileTheListWasSent() {
        VisitId leaving = visitor(ACME);
        Recorder colleague = watch();
        List<VisitId> arrived = new ArrayList<>();
        Recorder watcher =
                new Recorder(
                        "slow",
                        new ArrayList<>(),
                        () -> {
                            store.visits.remove(leaving);
                            feed.onDestroyed(leaving);
                            arrived.add(visitor(ACME));
                            feed.onChanged(arrived.getFirst());
                            passMoment();
                        });
        feed.expect(watcher);

        feed.join(watcher.id());

        assertThat(shown(watcher.frames.getFirst())).containsExactly(leaving);
        assertThat(shown(watcher.frames.get(1))).containsExactlyElementsOf(arrived);
        assertThat(watcher.frames.getLast()).isEqualTo(new Gone(List.of(leaving)));
        assertThat(colleague.frames).contains(new Gone(List.of(leaving)));
    }

    @Test
    void forgetsAWatcherThatLeft() {
        Recorder watcher = watch();
        feed.leave(watcher.id());

        feed.onChanged(visitor(ACME));
        passMoment();

        assertThat(watcher.frames).hasSize(1);
        assertThat(feed.isWatched()).isFalse();
    }

    private VisitId visitor(AccountId account) {
        VisitId visit = VisitId.mint("ep0c", random);
        store.visits.put(visit, Sample.visit(visit, account));
        return visit;
    }

    private Recorder watch() {
        Recorder watcher = new Recorder("w" + random.nextInt());
        feed.expect(watcher);
        feed.join(watcher.id());
        return watcher;
    }

    private void passMoment() {
        List<Runnable> due = List.copyOf(moments);
        moments.clear();
        due.forEach(Runnable::run);
    }

    private static List<VisitId> shown(VisitorsServerFrame frame) {
        List<VisitorView> views =
                switch (frame) {
                    case Visitors all -> all.visitors();
                    case Changed some -> some.visitors();
                    default -> List.of();
                };
        return views.stream().map(VisitorView::visit).toList();
    }

    private record Recorder(String id, List<VisitorsServerFrame> frames, Runnable whileSending)
            implements Watcher {

        Recorder(String id) {
            this(id, new ArrayList<>(), () -> {});
        }

        @Override
        public void send(VisitorsServerFrame frame) {
            frames.add(frame);
        }

        @Override
        public void sendAndAwait(VisitorsServerFrame frame) {
            frames.add(frame);
            whileSending.run();
        }
    }
}
