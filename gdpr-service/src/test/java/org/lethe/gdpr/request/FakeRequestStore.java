package org.lethe.gdpr.request;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ErasureEvent.ErasureCompleted;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.notice.Notice;
import org.lethe.gdpr.request.Acknowledgements.Round;
import org.lethe.runtime.problem.Refusal;

/** Requests in memory; what is written is written, however the writer ends. */
public final class FakeRequestStore implements RequestStore {

    private final InstantSource clock;
    private final Map<ErasureId, Kept> requests = new HashMap<>();
    private final Map<ErasureId, ErrorCode> closed = new HashMap<>();
    private final List<Event> told = new ArrayList<>();
    private final List<Event> announced = new ArrayList<>();
    private final List<Event> reminders = new ArrayList<>();
    private final List<Notice> noticed = new ArrayList<>();
    private @Nullable Runnable beforeAdvancing;
    private int lookups;

    public FakeRequestStore(InstantSource clock) {
        this.clock = clock;
    }

    /** All that left, in its order. */
    List<Event> told() {
        return told;
    }

    /** What left with a change. */
    public List<Event> announced() {
        return announced;
    }

    /** What was announced again. */
    public List<Event> reminders() {
        return reminders;
    }

    /** What controllers are to be told, in its order. */
    public List<Notice> noticed() {
        return noticed;
    }

    /** How often a request was looked for. */
    public int lookups() {
        return lookups;
    }

    /** Runs once, before the next step is taken. */
    public void beforeAdvancing(Runnable action) {
        beforeAdvancing = action;
    }

    @Override
    public ErasureId scopeOf(AccountId account, RequestId id) {
        return id.scope(account, "t3st");
    }

    @Override
    public SubjectRequest receive(SubjectRequest request) {
        ErrorCode over = closed.get(request.scope());
        if (over != null) {
            throw new Refusal(over);
        }
        return requests.computeIfAbsent(request.scope(), _ -> new Kept(request, clock.instant()))
                .request;
    }

    @Override
    public Optional<SubjectRequest> find(ErasureId scope) {
        lookups++;
        return Optional.ofNullable(requests.get(scope)).map(kept -> kept.request);
    }

    @Override
    public Optional<SubjectRequest> advance(
            SubjectRequest from,
            Progress next,
            Collection<? extends Event> events,
            List<Notice> notices) {
        Runnable action = beforeAdvancing;
        beforeAdvancing = null;
        if (action != null) {
            action.run();
        }
        Kept kept = requests.get(from.scope());
        if (kept == null || !kept.request.progress().step().equals(from.progress().step())) {
            return Optional.empty();
        }
        kept.request = from.with(next);
        kept.asked = clock.instant();
        announced.addAll(events);
        told.addAll(events);
        noticed.addAll(notices);
        return Optional.of(kept.request);
    }

    @Override
    public void remind(SubjectRequest request, Duration pause, Collection<? extends Event> events) {
        Kept kept = requests.get(request.scope());
        if (kept != null && !kept.asked.plus(pause).isAfter(clock.instant())) {
            kept.asked = clock.instant();
            reminders.addAll(events);
            told.addAll(events);
        }
    }

    @Override
    public void acknowledge(Round round, ServiceName service, Map<RemainsKind, Integer> removed) {
        Kept kept = requests.get(round.request());
        if (kept != null) {
            kept.answers
                    .computeIfAbsent(round.number(), _ -> new HashMap<>())
                    .putIfAbsent(service, Map.copyOf(removed));
        }
    }

    @Override
    public Acknowledgements acknowledgements(ErasureId scope) {
        Kept kept = requests.get(scope);
        return new Acknowledgements(kept == null ? Map.of() : kept.answers);
    }

    @Override
    public void close(SubjectRequest request, Optional<ReceiptId> receipt, List<Notice> notices) {
        noticed.addAll(notices);
        if (requests.remove(request.scope()) != null) {
            receipt.map(id -> new ErasureCompleted(request.scope(), id)).ifPresent(told::add);
        }
        closed.putIfAbsent(
                request.scope(),
                request.progress() instanceof Progress.Cancelled
                        ? ErrorCode.CONFLICT
                        : ErrorCode.UNAVAILABLE);
    }

    @Override
    public Collection<ErasureId> open(Duration age) {
        return requests.values().stream()
                .filter(kept -> !kept.opened.plus(age).isAfter(clock.instant()))
                .map(kept -> kept.request.scope())
                .toList();
    }

    @Override
    public List<SubjectRequest> unconfirmed(AccountId account) {
        return requests.values().stream()
                .map(kept -> kept.request)
                .filter(request -> request.account().equals(account))
                .filter(request -> request.progress() instanceof Progress.Unconfirmed)
                .sorted(Comparator.comparing(SubjectRequest::received))
                .toList();
    }

    private static final class Kept {

        private final Map<Integer, Map<ServiceName, Map<RemainsKind, Integer>>> answers =
                new HashMap<>();
        private final Instant opened;
        private SubjectRequest request;
        private Instant asked;

        private Kept(SubjectRequest request, Instant opened) {
            this.request = request;
            this.opened = opened;
            this.asked = opened;
        }
    }
}
