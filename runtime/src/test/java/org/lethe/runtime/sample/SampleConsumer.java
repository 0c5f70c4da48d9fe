package org.lethe.runtime.sample;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DeadLetter;
import org.lethe.contracts.event.VisitEvent;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.event.EventReader;
import org.lethe.runtime.problem.Refusal;

/** Consumers as services have them. */
@Singleton
public class SampleConsumer {

    final List<VisitId> visits = new CopyOnWriteArrayList<>();
    final List<VisitEvent> events = new CopyOnWriteArrayList<>();
    final Map<VisitId, CountDownLatch> held = new ConcurrentHashMap<>();
    final List<DeadLetter> deadLetters = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();

    private final EventReader reader;

    @Inject
    SampleConsumer(EventReader reader) {
        this.reader = reader;
    }

    @Incoming("visits")
    @RunOnVirtualThread
    public void onVisit(ConsumerRecord<String, byte[]> record) {
        reader.read(record, VisitEvent.class, this::take);
    }

    @Incoming("dead-letters")
    @RunOnVirtualThread
    public void onDeadLetter(ConsumerRecord<String, byte[]> record) {
        reader.read(record, DeadLetter.class, deadLetters::add);
    }

    private void take(VisitEvent event) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        visits.add(event.visit());
        waitFor(event);
        events.add(event);
    }

    /** Holds the first event of a visit up for as long as a test wants. */
    private void waitFor(VisitEvent event) {
        CountDownLatch latch = held.get(event.visit());
        if (latch != null && event instanceof VisitEvent.VisitStarted) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
