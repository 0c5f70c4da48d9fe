package org.lethe.presence.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.presence.feed.Recorder.shown;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.VisitorsServerFrame.Gone;
import org.lethe.contracts.id.VisitId;

class SlowWatcherTest {

    private final WatchedAccount acme = new WatchedAccount();

    @Test
    void sendsAtTheEndWhatChangedWhileTheListWasSent() {
        VisitId leaving = acme.visitor();
        Recorder colleague = acme.watch();
        List<VisitId> arrived = new ArrayList<>();
        Recorder watcher = new Recorder("slow");
        watcher.whileSending =
                () -> {
                    acme.store.visits.remove(leaving);
                    acme.feed.onDestroyed(leaving);
                    arrived.add(acme.visitor());
                    acme.feed.onChanged(arrived.getFirst());
                    acme.passMoment();
                };

        acme.join(watcher);

        assertThat(shown(watcher.frames.getFirst())).containsExactly(leaving);
        assertThat(shown(watcher.frames.get(1))).containsExactlyElementsOf(arrived);
        assertThat(watcher.frames.getLast()).isEqualTo(new Gone(List.of(leaving)));
        assertThat(colleague.frames).contains(new Gone(List.of(leaving)));
    }

    @Test
    void tellsEverybodyOfAVisitThatOneWatcherMissedOnJoining() {
        VisitId visit = acme.visitor();
        Recorder colleague = acme.watch();
        // It is over between the reading of the ids and the reading of the visits.
        acme.store.listed.add(visit);
        acme.store.visits.remove(visit);

        acme.watch();
        acme.passMoment();

        assertThat(colleague.frames.getLast()).isEqualTo(new Gone(List.of(visit)));
    }

    @Test
    void tellsEverybodyOfAVisitThatOneWatcherMissedOnCatchingUp() {
        VisitId visit = acme.visitor();
        Recorder colleague = acme.watch();
        Recorder watcher = new Recorder("slow");
        watcher.whileSending =
                () -> {
                    acme.feed.onChanged(visit);
                    acme.passMoment();
                    acme.store.visits.remove(visit);
                };

        acme.join(watcher);
        acme.passMoment();

        assertThat(colleague.frames.getLast()).isEqualTo(new Gone(List.of(visit)));
        assertThat(watcher.frames.getLast()).isEqualTo(new Gone(List.of(visit)));
    }

    @Test
    void sendsASlowWatcherTheLatestAloneAndLetsNobodyWait() {
        VisitId visit = acme.visitor();
        Recorder colleague = acme.watch();
        Recorder slow = new Recorder("slow");
        acme.join(slow);
        slow.whileSending =
                () -> {
                    for (int at = 0; at < 3; at++) {
                        acme.feed.onChanged(visit);
                        acme.passMoment();
                    }
                };

        acme.feed.onChanged(visit);
        acme.passMoment();

        assertThat(colleague.frames).hasSize(5);
        assertThat(slow.frames).hasSize(3);
    }

    @Test
    void cutsOffAWatcherThatCantBeSentAnything() {
        Recorder watcher = acme.watch();
        watcher.whileSending =
                () -> {
                    throw new IllegalStateException("reads nothing");
                };

        acme.feed.onChanged(acme.visitor());
        acme.passMoment();

        assertThat(watcher.cutOff).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(acme.feed.isWatched()).isFalse();
    }
}
