package org.lethe.gdpr.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ChatEvent;
import org.lethe.contracts.event.ChatEvent.ChatDestroyed;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.event.LetterEvent;
import org.lethe.contracts.event.LetterEvent.LetterDispatched;
import org.lethe.contracts.event.LetterEvent.LetterErased;
import org.lethe.contracts.event.LetterEvent.LetterLost;
import org.lethe.contracts.event.LetterEvent.LetterPerhapsDelivered;
import org.lethe.contracts.event.LetterEvent.LetterPosted;
import org.lethe.contracts.event.VisitEvent;
import org.lethe.contracts.event.VisitEvent.VisitDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.event.EventReader;
import org.lethe.runtime.problem.Refusal;

/**
 * Counts the scopes whose destruction the lifecycle topics tell, and enters the counts. A crash
 * loses those of an interval: they are statistics, not evidence.
 */
@ApplicationScoped
class LifecycleEvents {

    private static final Log LOG = Log.of(LifecycleEvents.class);

    private final EventReader reader;
    private final Ledger ledger;
    private final Clock clock;
    private Instant since;
    private Map<AccountId, Map<ScopeKind, Map<DestroyReason, Integer>>> counts = new HashMap<>();

    LifecycleEvents(EventReader reader, Ledger ledger, Clock clock) {
        this.reader = reader;
        this.ledger = ledger;
        this.clock = clock;
        this.since = clock.instant();
    }

    @Incoming("visits")
    @RunOnVirtualThread
    void onVisitEvent(ConsumerRecord<String, byte[]> record) {
        reader.read(
                record,
                VisitEvent.class,
                event -> {
                    if (event instanceof VisitDestroyed destroyed) {
                        count(destroyed.account(), ScopeKind.VISIT, destroyed.reason());
                    }
                });
    }

    @Incoming("chats")
    @RunOnVirtualThread
    void onChatEvent(ConsumerRecord<String, byte[]> record) {
        reader.read(
                record,
                ChatEvent.class,
                event -> {
                    if (event instanceof ChatDestroyed destroyed) {
                        count(destroyed.account(), ScopeKind.CHAT, destroyed.reason());
                    }
                });
    }

    @Incoming("letters")
    @RunOnVirtualThread
    void onLetterEvent(ConsumerRecord<String, byte[]> record) {
        reader.read(
                record,
                LetterEvent.class,
                event -> {
                    switch (event) {
                        case LetterDispatched _ -> count(event, DestroyReason.DISPATCHED);
                        case LetterLost _ -> count(event, DestroyReason.DEADLINE);
                        case LetterPerhapsDelivered _ ->
                                count(event, DestroyReason.PERHAPS_DELIVERED);
                        case LetterErased _ -> count(event, DestroyReason.ERASED);
                        case LetterPosted _ -> {}
                    }
                });
    }

    @Scheduled(
            every = "{lethe.ledger.tally-interval}",
            delayed = "{lethe.ledger.tally-interval}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void enter() {
        take().forEach((account, scopes) -> {
            try {
                ledger.append(account, scopes);
            } catch (Refusal refusal) {
                LOG.warn(
                        "counts could not be entered",
                        LogKey.ACCOUNT.of(account),
                        LogKey.CODE.of(refusal.code()));
            }
        });
    }

    /** Before the ledger's tail stops, without which nothing can be entered. */
    void stop(@Observes @Priority(LedgerTail.STOPS - 1) ShutdownEvent event) {
        enter();
    }

    private void count(LetterEvent event, DestroyReason reason) {
        count(event.account(), ScopeKind.LETTER, reason);
    }

    private synchronized void count(AccountId account, ScopeKind kind, DestroyReason reason) {
        counts.computeIfAbsent(account, _ -> new TreeMap<>())
                .computeIfAbsent(kind, _ -> new TreeMap<>())
                .merge(reason, 1, Integer::sum);
    }

    /** What was counted since the last time, by account. */
    private synchronized Map<AccountId, ScopesDestroyed> take() {
        Instant until = clock.instant();
        var taken = new HashMap<AccountId, ScopesDestroyed>();
        counts.forEach(
                (account, scopes) -> taken.put(account, new ScopesDestroyed(since, until, scopes)));
        counts = new HashMap<>();
        since = until;
        return taken;
    }
}
