package org.lethe.mail.dispatch;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.lethe.contracts.event.LetterEvent;
import org.lethe.contracts.event.LetterEvent.LetterPosted;
import org.lethe.contracts.id.LetterId;
import org.lethe.mail.letter.LetterVault;
import org.lethe.mail.notice.LostLetters;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.runtime.event.EventReader;

/** Hears of letters: those to be sent, and those that were lost. */
@ApplicationScoped
class LetterConsumer {

    private final EventReader reader;
    private final LetterQueue queue;
    private final LostLetters lost;
    private final LetterVault vault;

    @Inject
    LetterConsumer(EventReader reader, LetterQueue queue, LostLetters lost, LetterVault vault) {
        this.reader = reader;
        this.queue = queue;
        this.lost = lost;
        this.vault = vault;
    }

    @Incoming("letters")
    @RunOnVirtualThread
    void onRecord(ConsumerRecord<String, byte[]> record) {
        reader.read(record, LetterEvent.class, this::onLetterEvent);
    }

    private void onLetterEvent(LetterEvent event) {
        switch (event) {
            case LetterPosted posted -> onPosted(posted);
            case LetterEvent.LetterLost _, LetterEvent.LetterPerhapsDelivered _ -> lost.tell();
            case LetterEvent.LetterDispatched _ -> {
                // By this service.
            }
            case LetterEvent.LetterErased _ -> {
                // An attempt under way finds it gone when it asks for the last time.
            }
        }
    }

    /** A loss is told before the record is committed: no store knows of the letter any more. */
    private void onPosted(LetterPosted posted) {
        if (isLostWithStore(posted.letter())) {
            lost.tellOfLostStore(posted.letter(), posted.account(), Optional.of(posted.kind()));
        } else {
            queue.offer(new QueuedLetter(posted.letter(), posted.account(), posted.kind()));
        }
    }

    /** The epoch known here may be out of date, so it only says when it is worth asking. */
    private boolean isLostWithStore(LetterId letter) {
        if (letter.epoch().equals(vault.epoch(letter.shard()))) {
            return false;
        }
        return switch (vault.lookup(letter)) {
            case Lookup.Open(ScopeCipher cipher, _) -> {
                cipher.close();
                yield false;
            }
            case Lookup.Destroyed() -> false;
            case Lookup.Unavailable(var reason) -> reason == Unavailability.STORE_LOST;
        };
    }
}
