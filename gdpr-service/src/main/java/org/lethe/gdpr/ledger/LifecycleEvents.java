package org.lethe.gdpr.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.event.AccountEvent;
import org.lethe.contracts.event.ChatEvent;
import org.lethe.contracts.event.ChatEvent.ChatDestroyed;
import org.lethe.contracts.event.DeadLetter;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.FileEvent;
import org.lethe.contracts.event.LedgerCheckpoint;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerHead;
import org.lethe.contracts.event.LedgerPage;
import org.lethe.contracts.event.LetterEvent;
import org.lethe.contracts.event.LetterEvent.LetterDispatched;
import org.lethe.contracts.event.LetterEvent.LetterErased;
import org.lethe.contracts.event.LetterEvent.LetterLost;
import org.lethe.contracts.event.LetterEvent.LetterPerhapsDelivered;
import org.lethe.contracts.event.LetterEvent.LetterPosted;
import org.lethe.contracts.event.LossEvent;
import org.lethe.contracts.event.VisitEvent;
import org.lethe.contracts.event.VisitEvent.VisitDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.topic.Topic;
import org.lethe.gdpr.ledger.Uncounted.Destruction;
import org.lethe.runtime.event.TopicTail;

/**
 * Reads of the lifecycle topics what was destroyed: all that they still have, which is what was
 * told in the last ten minutes, and what comes. Nothing is committed; each replica reads all.
 */
@ApplicationScoped
class LifecycleEvents {

    /** Counts that are entered at the end are of all that was read before. */
    static final int STOPS = LedgerTail.STOPS - 2;

    private final Uncounted uncounted = new Uncounted();
    private final List<TopicTail> tails;

    LifecycleEvents(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.tails =
                Stream.of(Topic.VISITS, Topic.CHATS, Topic.LETTERS)
                        .map(topic -> new TopicTail(topic, kafka, follower(topic)))
                        .toList();
    }

    void start(@Observes StartupEvent event) {
        tails.forEach(TopicTail::start);
    }

    void stop(@Observes @Priority(STOPS) ShutdownEvent event) {
        tails.forEach(TopicTail::close);
    }

    Uncounted uncounted() {
        return uncounted;
    }

    TopicTail.Follower follower(Topic topic) {
        return new TopicTail.Follower() {
            @Override
            public void onBegin() {
                uncounted.begin(topic);
            }

            @Override
            public void onRecord(ConsumerRecord<byte[], byte[]> message) {
                take(topic, message);
            }

            @Override
            public void onCaughtUp() {}
        };
    }

    private void take(Topic topic, ConsumerRecord<byte[], byte[]> message) {
        var place = new Place(topic, message.partition());
        uncounted.read(place, message.offset());
        if (message.value() != null
                && EventCodec.decode(message.value()) instanceof Decoded.Understood(var envelope)) {
            destroyed(envelope.data())
                    .ifPresent(one ->
                            uncounted.add(
                                    one.account(),
                                    new Destruction(
                                            place,
                                            message.offset(),
                                            Instant.ofEpochMilli(message.timestamp()),
                                            one.kind(),
                                            one.reason())));
        }
    }

    private static Optional<Destroyed> destroyed(Event event) {
        return switch (event) {
            case VisitDestroyed visit ->
                    Optional.of(new Destroyed(visit.account(), ScopeKind.VISIT, visit.reason()));
            case ChatDestroyed chat ->
                    Optional.of(new Destroyed(chat.account(), ScopeKind.CHAT, chat.reason()));
            case LetterEvent letter ->
                    reason(letter)
                            .map(reason ->
                                    new Destroyed(letter.account(), ScopeKind.LETTER, reason));
            // They leave what they are about where it is, or are of other topics.
            case VisitEvent _,
                    ChatEvent _,
                    AccountEvent _,
                    DeadLetter _,
                    ErasureEvent _,
                    FileEvent _,
                    LedgerCheckpoint _,
                    LedgerEntry _,
                    LedgerHead _,
                    LedgerPage _,
                    LossEvent _ ->
                    Optional.empty();
        };
    }

    private static Optional<DestroyReason> reason(LetterEvent letter) {
        return switch (letter) {
            case LetterDispatched _ -> Optional.of(DestroyReason.DISPATCHED);
            case LetterLost _ -> Optional.of(DestroyReason.DEADLINE);
            case LetterPerhapsDelivered _ -> Optional.of(DestroyReason.PERHAPS_DELIVERED);
            case LetterErased _ -> Optional.of(DestroyReason.ERASED);
            case LetterPosted _ -> Optional.empty();
        };
    }

    private record Destroyed(AccountId account, ScopeKind kind, DestroyReason reason) {}
}
