package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.DeskSignal;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/** What every channel of boards brings. */
abstract class BoardChannelContract {

    abstract BoardChannel channel();

    abstract ChatId queued();

    abstract void accept(ChatId chat);

    abstract void end(ChatId chat, EndReason reason);

    @Test
    void tellsTheWayOfAChatInOrder() {
        var heard = new Heard();
        var others = new Heard();
        try (Subscription mine = channel().subscribe(InMemory.ACME, heard);
                Subscription theirs = channel().subscribe(AccountId.of("globex"), others)) {
            ChatId chat = queued();
            accept(chat);
            end(chat, EndReason.OPERATOR);

            Awaitility.await().until(() -> heard.of(chat).size() == 4);
            List<DeskSignal> signals = heard.of(chat);
            assertThat(signals.subList(0, 3))
                    .extracting(signal -> ((DeskSignal.Moved) signal).state())
                    .containsExactly(ChatState.QUEUED, ChatState.ACTIVE, ChatState.ENDING);
            assertThat(signals.getLast()).isEqualTo(new DeskSignal.Ended(chat));
            assertThat(((DeskSignal.Moved) signals.get(1)).operator()).contains(InMemory.ANNA);
            assertThat(others.signals).isEmpty();
        }
    }

    @Test
    void isSilentOnceTheListeningHasEnded() {
        var gone = new Heard();
        var there = new Heard();
        try (Subscription listening = channel().subscribe(InMemory.ACME, there)) {
            channel().subscribe(InMemory.ACME, gone).close();

            ChatId chat = queued();

            Awaitility.await().until(() -> !there.of(chat).isEmpty());
            assertThat(gone.of(chat)).isEmpty();
        }
    }

    private static final class Heard implements SignalListener {

        private final List<DeskSignal> signals = new CopyOnWriteArrayList<>();

        @Override
        public void onSignal(byte[] payload) {
            DeskSignal signal = DeskSignal.parse(payload);
            assertThat(payload).isEqualTo(signal.bytes());
            signals.add(signal);
        }

        @Override
        public void onReconnected() {}

        List<DeskSignal> of(ChatId chat) {
            return signals.stream().filter(signal -> signal.chat().equals(chat)).toList();
        }
    }
}
