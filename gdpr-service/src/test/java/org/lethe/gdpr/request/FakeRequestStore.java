package org.lethe.gdpr.request;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ReceiptId;

/** Requests in memory; what is written is written, however the writer ends. */
public final class FakeRequestStore implements RequestStore {

    private final Map<ErasureId, SubjectRequest> requests = new HashMap<>();
    private final Map<ErasureId, Map<String, byte[]>> answers = new HashMap<>();
    private final List<Event> announced = new ArrayList<>();
    private final List<Event> reminders = new ArrayList<>();
    private @Nullable Runnable beforeAdvancing;

    public List<Event> announced() {
        return announced;
    }

    /** What was announced again, whenever. */
    public List<Event> reminders() {
        return reminders;
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
        return requests.computeIfAbsent(request.scope(), _ -> request);
    }

    @Override
    public Optional<SubjectRequest> find(ErasureId scope) {
        return Optional.ofNullable(requests.get(scope));
    }

    @Override
    public boolean advance(SubjectRequest from, Progress next, Collection<? extends Event> events) {
        Runnable action = beforeAdvancing;
        beforeAdvancing = null;
        if (action != null) {
            action.run();
        }
        SubjectRequest kept = requests.get(from.scope());
        if (kept == null || !kept.progress().step().equals(from.progress().step())) {
            return false;
        }
        requests.put(from.scope(), from.with(next));
        announced.addAll(events);
        return true;
    }

    @Override
    public void remind(SubjectRequest request, Duration pause, Collection<? extends Event> events) {
        reminders.addAll(events);
    }

    @Override
    public void acknowledge(Round round, ServiceName service, Map<RemainsKind, Integer> removed) {
        answers.computeIfAbsent(round.request(), _ -> new HashMap<>())
                .putIfAbsent(
                        Removals.field(round, service),
                        Removals.write(removed).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Acknowledgements acknowledgements(ErasureId scope) {
        return Removals.read(answers.getOrDefault(scope, Map.of()));
    }

    @Override
    public void close(SubjectRequest request, Optional<ReceiptId> receipt) {
        requests.remove(request.scope());
    }

    @Override
    public Collection<ErasureId> open(Instant before) {
        return requests.values().stream()
                .filter(request -> request.received().isBefore(before))
                .map(SubjectRequest::scope)
                .toList();
    }
}
