package org.lethe.chat.account;

import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.lethe.runtime.event.EventSender;

/** Kafka whose answer is lost: what was sent may be written or not. */
final class UnconfirmedKafka implements Emitter<byte[]> {

    private UnconfirmedKafka() {}

    static EventSender sender() {
        return new EventSender(new UnconfirmedKafka(), Clock.systemUTC(), "test");
    }

    @Override
    public CompletionStage<Void> send(byte[] payload) {
        throw new AssertionError("records are sent as messages");
    }

    @Override
    public <M extends Message<? extends byte[]>> void send(M message) {
        var _ = message.nack(new IllegalStateException("no answer"));
    }

    @Override
    public void complete() {}

    @Override
    public void error(Exception failure) {}

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean hasRequests() {
        return true;
    }
}
