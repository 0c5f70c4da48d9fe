package org.lethe.gdpr.access.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.subject.FakeSubjectVault;
import org.lethe.gdpr.subject.Ids;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.fixture.TestClock;
import org.lethe.runtime.stream.ClientStream;

/** No archive here is told of a destruction. */
class ArchiveWatchTest {

    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final TestClock clock = new TestClock();
    private final FakeSubjectVault vault = new FakeSubjectVault(clock);
    private final OpenArchives archives = new OpenArchives(new TestExportSettings(16));
    private final ArchiveWatch watch = new ArchiveWatch(archives, vault, clock);
    private final VisitId visit = Ids.visit();
    private final ChatId chat = Ids.chat();

    @Test
    void endsTheOneThatHasWhatIsGoneAndNoOther() {
        ClientStream one = archive(visit, chat);
        ClientStream other = archive(Ids.visit());
        watch.look();
        assertThat(one.isEnded()).isFalse();

        vault.destroy(List.of(chat));
        watch.look();

        assertThat(one.isEnded()).isTrue();
        assertThat(other.isEnded()).isFalse();
    }

    @Test
    void looksAtMoreThanOneRoundTripIsAbout() {
        ScopeId[] many = visits();
        ScopeId[] more = visits();
        ClientStream one = archive(many);
        ClientStream other = archive(more);

        vault.destroy(List.of(many[0], more[0]));
        watch.look();

        assertThat(one.isEnded()).isTrue();
        assertThat(other.isEnded()).isTrue();
    }

    @Test
    void leavesThemWhileTheStoreIsAwayForAMoment() {
        ClientStream one = archive(visit, chat);
        ClientStream other = archive(Ids.visit());
        vault.destroy(List.of(chat));

        vault.setAway(true);
        clock.advance(RetentionSchedule.UNSEEN);
        watch.look();
        assertThat(one.isEnded()).isFalse();

        vault.setAway(false);
        clock.advance(SHORTLY);
        watch.look();
        assertThat(one.isEnded()).isTrue();
        assertThat(other.isEnded()).isFalse();
    }

    @Test
    void endsThemAllOnceNothingCouldBeSaidForLong() {
        ClientStream one = archive(visit);
        clock.advance(RetentionSchedule.UNSEEN);
        watch.look();

        vault.setAway(true);
        clock.advance(RetentionSchedule.UNSEEN);
        watch.look();
        assertThat(one.isEnded()).isFalse();

        clock.advance(SHORTLY);
        watch.look();
        assertThat(one.isEnded()).isTrue();
    }

    @Test
    void needsNoStoreWhereNothingIsWritten() {
        vault.setAway(true);
        clock.advance(RetentionSchedule.UNSEEN.plus(SHORTLY));
        watch.look();
        vault.setAway(false);
        ClientStream one = archive(visit);

        vault.setAway(true);
        watch.look();

        assertThat(one.isEnded()).isFalse();
    }

    private ClientStream archive(ScopeId... scopes) {
        for (ScopeId scope : scopes) {
            vault.open(ACME, scope);
        }
        var stream = new ClientStream(() -> {});
        Caller caller = new Caller.Visitor(ACME, Ids.visit());
        archives.begin(ArchiveReader.of(ACME, caller), Set.of(scopes), stream);
        return stream;
    }

    private static ScopeId[] visits() {
        return IntStream.range(0, 1000).mapToObj(_ -> Ids.visit()).toArray(ScopeId[]::new);
    }
}
