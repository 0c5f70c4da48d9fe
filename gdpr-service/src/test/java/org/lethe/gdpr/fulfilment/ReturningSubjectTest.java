package org.lethe.gdpr.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.request.Acknowledgements.Round;
import org.lethe.gdpr.request.FakeRequestStore;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.AnyOf;
import org.lethe.gdpr.subject.FakeSubjectVault;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Match;
import org.lethe.gdpr.subject.Selectors;

/** Who writes again while their erasure is at work: what was there goes, what is new stays. */
class ReturningSubjectTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Identifier MIA =
            new Identifier.Email(EmailAddress.of("mia@visitor.example"));

    private final FakeSubjectVault vault = new FakeSubjectVault(this::now);
    private final FakeRequestStore requests = new FakeRequestStore(this::now);
    private final FakeLedger ledger = new FakeLedger();
    private final VisitId visit = Ids.visit();
    private final ChatId chat = Ids.chat();
    private final RequestId id = new RequestId(UUID.randomUUID().toString());
    private final SubjectRequest request =
            new SubjectRequest(
                    requests.scopeOf(ACME, id),
                    ACME,
                    id,
                    RequestType.ERASURE,
                    new Selectors(Set.of(), Set.of(), Set.of(), Set.of(AnyOf.one(MIA)), Match.ANY),
                    List.of(),
                    NOW,
                    new Progress.Received());
    private Instant now = NOW;

    @BeforeEach
    void anErasureByMail() {
        vault.open(ACME, visit, chat);
        vault.open(ACME, chat, visit);
        vault.index(chat, MIA);
        requests.receive(request);
    }

    @Test
    void losesWhatWasOpenedUntilTheMarksStood() {
        VisitId meanwhile = Ids.visit();
        vault.beforeMarking(() -> opened(NOW, meanwhile));

        takeUp();

        assertThat(vault.isOpen(visit)).isFalse();
        assertThat(vault.isOpen(meanwhile)).isFalse();
    }

    @Test
    void keepsAVisitAndAChatThatBeginAfterTheEffect() {
        takeUp();
        now = NOW.plusSeconds(7);
        VisitId again = Ids.visit();
        ChatId anew = Ids.chat();
        vault.openAt(now, ACME, again, anew);
        vault.openAt(now, ACME, anew, again);
        vault.index(anew, MIA);
        vault.index(again, MIA);

        acknowledge();

        assertThat(ledger.entries(ACME, 0, 10)).hasSize(1);
        assertThat(vault.isOpen(visit)).isFalse();
        assertThat(vault.isOpen(again)).isTrue();
        assertThat(vault.isOpen(anew)).isTrue();
        assertThat(vault.marked()).isEmpty();
    }

    @Test
    void losesWhatIsOlderThoughItIsFoundLate() {
        takeUp();
        VisitId before = Ids.visit();
        opened(NOW.minusSeconds(1), before);

        acknowledge();

        assertThat(vault.isOpen(before)).isFalse();
        assertThat(requests.announced())
                .endsWith(
                        new ErasureRequested(
                                new Round(request.scope(), 1).id(), ACME, List.of(before)));
    }

    @Test
    void keepsWhatBeginsWhileTheRequestIsNotWorkedOn() {
        now = NOW.plusSeconds(60);
        VisitId later = Ids.visit();
        opened(now, later);

        takeUp();

        assertThat(vault.isOpen(visit)).isFalse();
        assertThat(vault.isOpen(later)).isTrue();
    }

    /** Its shard's time is ahead of the clock, as after a step of its Redis' back (ADR 0016). */
    @Test
    void losesWhatIsOnAShardThatIsAheadAndKeepsWhatBeginsThereLater() {
        VisitId there = Ids.visit();
        vault.setForward(there, Duration.ofMinutes(10));
        opened(NOW.minusSeconds(1), there);
        now = NOW.plusSeconds(60);
        VisitId again = visitOnShardOf(there);
        opened(now, again);

        takeUp();
        now = NOW.plusSeconds(61);
        acknowledge();

        assertThat(vault.isOpen(there)).isFalse();
        assertThat(vault.isOpen(again)).isTrue();
        assertThat(ledger.entries(ACME, 0, 10)).hasSize(1);
    }

    private static VisitId visitOnShardOf(VisitId other) {
        return Stream.generate(Ids::visit)
                .filter(visit -> visit.shard() == other.shard())
                .findFirst()
                .orElseThrow();
    }

    private void opened(Instant since, VisitId visit) {
        vault.openAt(since, ACME, visit);
        vault.index(visit, MIA);
    }

    private void acknowledge() {
        for (ServiceName service : ServiceName.values()) {
            requests.acknowledge(Round.of(request.scope()), service, Map.of());
        }
        takeUp();
    }

    private void takeUp() {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        TestErasure.on(requests, vault, ledger, clock, (_, _) -> List.of())
                .advance(request.scope());
    }

    private Instant now() {
        return now;
    }
}
