package org.lethe.runtime.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lethe.contracts.Coded;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DeadLetter;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.pause.Backoff;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.metric.EventDurations;
import org.lethe.runtime.metric.Outcome;
import org.lethe.runtime.problem.Failures;
import org.lethe.runtime.problem.Refusal;

/**
 * Hands records of a topic to a consumer as events; blocks, so it is for virtual threads.
 *
 * <p>While the store is away a record is tried again for a minute. What can't be processed is
 * counted and told to the dead-letter topic by its place and a code, never by its content; the
 * consumer's sweep repairs what that leaves behind.
 */
@ApplicationScoped
public class EventReader {

    private static final Log LOG = Log.of(EventReader.class);
    private static final int ATTEMPTS = 14;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final EventSender sender;
    private final InHand inHand;
    private final EventDurations durations;
    private final ServiceName service;
    private final AtomicLong deadLetters = new AtomicLong();

    @Inject
    EventReader(
            EventSender sender,
            InHand inHand,
            EventDurations durations,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.sender = sender;
        this.inHand = inHand;
        this.durations = durations;
        this.service = Coded.of(ServiceName.class, application);
    }

    /** Processes one record; returns when it may be committed. */
    public <E extends Event> void read(
            ConsumerRecord<String, byte[]> record, Class<E> family, Consumer<E> consumer) {
        inHand.during(() -> {
            long begin = System.nanoTime();
            Optional<ErrorCode> failure =
                    decode(record, family)
                            .map(event -> process(event, consumer))
                            .orElseGet(() -> Optional.of(ErrorCode.MALFORMED));
            failure.ifPresent(code -> bury(record, code));
            durations.record(
                    record.topic(), begin, failure.isEmpty() ? Outcome.DONE : Outcome.FAILED);
        });
    }

    /** How many records this process could not process. */
    public long deadLetters() {
        return deadLetters.get();
    }

    private static <E extends Event> Optional<E> decode(
            ConsumerRecord<String, byte[]> record, Class<E> family) {
        byte[] value = record.value();
        return value != null
                        && EventCodec.decode(value) instanceof Decoded.Understood(var envelope)
                        && family.isInstance(envelope.data())
                ? Optional.of(family.cast(envelope.data()))
                : Optional.empty();
    }

    private static <E extends Event> Optional<ErrorCode> process(E event, Consumer<E> consumer) {
        var backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        for (int attempt = 1; ; attempt++) {
            try {
                consumer.accept(event);
                return Optional.empty();
            } catch (RuntimeException e) {
                if (!passes(e) || attempt == ATTEMPTS || !backoff.pause()) {
                    return Optional.of(Failures.codeOfOurs(e));
                }
            }
        }
    }

    private static boolean passes(RuntimeException failure) {
        return failure instanceof StoreUnavailableException
                || failure instanceof Refusal refusal && refusal.code().retryable();
    }

    private void bury(ConsumerRecord<String, byte[]> record, ErrorCode code) {
        deadLetters.incrementAndGet();
        LOG.warn(
                "a record could not be processed",
                LogKey.PARTITION.of(record.partition()),
                LogKey.OFFSET.of(record.offset()),
                LogKey.CODE.of(code));
        Topic.find(record.topic())
                .map(topic ->
                        new DeadLetter(service, topic, record.partition(), record.offset(), code))
                .ifPresent(this::send);
    }

    private void send(DeadLetter letter) {
        try {
            sender.send(letter);
        } catch (Refusal refusal) {
            LOG.warn("a dead letter could not be told", LogKey.CODE.of(refusal.code()));
        }
    }
}
