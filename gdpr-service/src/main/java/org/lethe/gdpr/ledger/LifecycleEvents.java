package org.lethe.gdpr.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.ChatEvent;
import org.lethe.contracts.event.ChatEvent.ChatDestroyed;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LetterEvent;
import org.lethe.contracts.event.LetterEvent.LetterDispatched;
import org.lethe.contracts.event.LetterEvent.LetterErased;
import org.lethe.contracts.event.LetterEvent.LetterLost;
import org.lethe.contracts.event.LetterEvent.LetterPosted;
import org.lethe.contracts.event.VisitEvent;
import org.lethe.contracts.event.VisitEvent.VisitDestroyed;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.event.EventReader;
import org.lethe.runtime.problem.Refusal;

/** Counts the scopes whose destruction the lifecycle topics tell, and enters the counts. */
@ApplicationScoped
class LifecycleEvents {

    private static final Log LOG = Log.of(LifecycleEvents.class);

    private final EventReader reader;
    private final DestructionTally tally;
    private final Ledger ledger;

    LifecycleEvents(EventReader reader, DestructionTally tally, Ledger ledger) {
        this.reader = reader;
        this.tally = tally;
        this.ledger = ledger;
    }

    @Incoming("visits")
    @RunOnVirtualThread
    void onVisitEvent(ConsumerRecord<String, byte[]> record) {
        reader.read(
                record,
                VisitEvent.class,
                event -> {
                    if (event instanceof VisitDestroyed destroyed) {
                        tally.count(destroyed.account(), ScopeKind.VISIT, destroyed.reason());
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
                        tally.count(destroyed.account(), ScopeKind.CHAT, destroyed.reason());
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
        tally.take()
                .forEach((account, scopes) -> {
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
        tally.count(event.account(), ScopeKind.LETTER, reason);
    }
}
