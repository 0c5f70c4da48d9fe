package org.lethe.gdpr.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.contracts.event.ErasureEvent.ErasureCompleted;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.notice.Notice;
import org.lethe.gdpr.request.Acknowledgements.Round;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.runtime.problem.Refusal;

/** What every store of requests does; the fake and the vault's pass it. */
abstract class RequestStoreContract {

    private static final List<ChatId> CHATS =
            List.of(Ids.chat(), Ids.chat(), Ids.chat(), Ids.chat());

    private final RequestId id = new RequestId(UUID.randomUUID().toString());
    private RequestStore store;
    private SubjectRequest request;

    protected abstract RequestStore store();

    /** What was told about a request, in its order; waits until it is as much. */
    protected abstract List<ErasureEvent> told(ErasureId scope, int count);

    /** The notices that were left of a request, in their order; they are taken. */
    protected abstract List<Notice> notices(ErasureId scope);

    /** At a step that no work is left at, since the real one's service works on what it finds. */
    @BeforeEach
    void aRequest() {
        store = store();
        request = request(store.scopeOf(ACME, id));
    }

    @Test
    void knowsARequestByAccountAndId() {
        assertThat(store.scopeOf(ACME, id)).isEqualTo(request.scope());
        assertThat(store.scopeOf(GLOBEX, id)).isNotEqualTo(request.scope());
    }

    @Test
    void keepsWhatItReceives() {
        assertThat(store.find(request.scope())).isEmpty();

        assertThat(store.receive(request)).isEqualTo(request);

        assertThat(store.find(request.scope())).contains(request);
    }

    @Test
    void givesTheOneThatWasReceivedFirst() {
        store.receive(request);
        SubjectRequest first = store.advance(request, next(), List.of()).orElseThrow();

        assertThat(store.receive(request(request.scope()))).isEqualTo(first);
    }

    @Test
    void takesAStepOnce() {
        store.receive(request);

        Optional<SubjectRequest> once = store.advance(request, next(), List.of(event(0)));
        Optional<SubjectRequest> twice = store.advance(request, next(), List.of(event(1)));
        store.remind(request, Duration.ZERO, List.of(event(2)));

        assertThat(once).contains(request.with(next()));
        assertThat(twice).isEmpty();
        assertThat(store.find(request.scope())).isEqualTo(once);
        assertThat(told(request.scope(), 2)).containsExactly(event(0), event(2));
    }

    @Test
    void leavesNoticesWithAStepAndNoneWithoutIt() {
        store.receive(request);
        var other = new Notice(ACME, 1, 1, URI.create("https://privacy.acme.example/two"), "{}");

        store.advance(request, next(), List.of(), List.of(notice(1)));
        store.advance(request, next(), List.of(), List.of(other));

        assertThat(notices(request.scope())).containsExactly(notice(1));
    }

    @Test
    void leavesNoticesThatOutliveTheRequest() {
        store.receive(request);

        store.close(request, Optional.empty(), List.of(notice(2)));

        assertThat(store.find(request.scope())).isEmpty();
        assertThat(notices(request.scope())).containsExactly(notice(2));
    }

    @Test
    void takesNothingOnThatItDoesNotKeep() {
        assertThat(store.advance(request, next(), List.of())).isEmpty();
        store.receive(request);
        store.close(request, Optional.empty());
        assertThat(store.advance(request, next(), List.of())).isEmpty();
    }

    @Test
    void remindsAfterAPause() {
        store.receive(request);
        store.advance(request, next(), List.of(event(0)));

        store.remind(request, Duration.ofHours(1), List.of(event(1)));
        store.remind(request, Duration.ZERO, List.of(event(2)));
        store.remind(request, Duration.ofHours(1), List.of(event(3)));
        store.close(request, Optional.of(request.receipt()));

        assertThat(told(request.scope(), 3))
                .containsExactly(
                        event(0),
                        event(2),
                        new ErasureCompleted(request.scope(), request.receipt()));
    }

    @Test
    void countsTheFirstAnswerOfAServiceToARound() {
        store.receive(request);
        acknowledge(0, 1);
        acknowledge(0, 5);
        acknowledge(1, 2);

        Acknowledgements answers = store.acknowledgements(request.scope());

        assertThat(answers.total())
                .isEqualTo(Map.of(ServiceName.CHAT_SERVICE, Map.of(RemainsKind.CHATS, 3)));
    }

    @Test
    void keepsNothingOfWhatIsClosed() {
        store.receive(request);
        acknowledge(0, 1);

        store.close(request, Optional.empty());
        store.close(request, Optional.empty());
        acknowledge(0, 1);

        assertThat(store.find(request.scope())).isEmpty();
        assertThat(store.acknowledgements(request.scope()).rounds()).isEmpty();
        assertThat(store.open(Duration.ZERO)).doesNotContain(request.scope());
        refuses(ErrorCode.UNAVAILABLE);
    }

    @Test
    void takesNoRequestAgainThatWasWithdrawn() {
        store.receive(request);

        store.close(request.with(new Progress.Received().cancelled(null)), Optional.empty());

        refuses(ErrorCode.CONFLICT);
    }

    @Test
    void listsWhatWasReceivedBefore() {
        store.receive(request);

        assertThat(store.open(Duration.ZERO)).contains(request.scope());
        assertThat(store.open(Duration.ofMinutes(5))).doesNotContain(request.scope());
    }

    @Test
    void listsWhatWaitsForASecondPersonOfAnAccount() {
        // The real one's service withdraws what has waited for a day.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        store.receive(request);
        SubjectRequest waiting = waiting(ACME, now);
        SubjectRequest later = waiting(ACME, now.plusSeconds(1));
        SubjectRequest withdrawn = waiting(ACME, now);
        SubjectRequest elsewhere = waiting(GLOBEX, now);
        List.of(later, waiting, withdrawn, elsewhere).forEach(store::receive);
        store.advance(withdrawn, new Progress.Unconfirmed().cancelled(null), List.of());

        assertThat(store.unconfirmed(ACME))
                .containsSubsequence(waiting, later)
                .doesNotContain(elsewhere, request)
                .noneMatch(each -> each.id().equals(withdrawn.id()));
        assertThat(store.unconfirmed(GLOBEX)).contains(elsewhere).doesNotContain(waiting);
    }

    private SubjectRequest waiting(AccountId account, Instant received) {
        var own = new RequestId(UUID.randomUUID().toString());
        return new SubjectRequest(
                store.scopeOf(account, own),
                account,
                own,
                RequestType.ERASURE,
                request.selectors(),
                List.of(),
                received,
                new Progress.Unconfirmed());
    }

    private void refuses(ErrorCode code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> store.receive(request))
                .matches(refusal -> refusal.code() == code);
    }

    private void acknowledge(int round, int chats) {
        store.acknowledge(
                new Round(request.scope(), round),
                ServiceName.CHAT_SERVICE,
                Map.of(RemainsKind.CHATS, chats));
    }

    private ErasureRequested event(int number) {
        return new ErasureRequested(request.scope(), ACME, List.of(CHATS.get(number)));
    }

    private static Notice notice(int rank) {
        return new Notice(
                ACME, 0, rank, URI.create("https://privacy.acme.example/dsr"), "{\"a\":1}");
    }

    private Progress next() {
        return new Progress.Received().resolved(request.selectors().ids());
    }

    private SubjectRequest request(ErasureId scope) {
        return new SubjectRequest(
                scope,
                ACME,
                id,
                RequestType.ACCESS,
                Selectors.ofIds(Set.of(Ids.visit()), Set.of(Ids.chat()), Set.of()),
                List.of(),
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                new Progress.Answered(1));
    }
}
