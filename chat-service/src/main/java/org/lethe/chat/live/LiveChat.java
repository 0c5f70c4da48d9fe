package org.lethe.chat.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.runtime.problem.Refusal;

/**
 * A chat that somebody on this replica has a socket of. Holds its unwrapped keys, and drops them
 * with the last socket or the chat's end.
 *
 * <p>Everything that listeners hear is told under one lock, so that it has one order.
 */
final class LiveChat implements ChatChannel.Receiver {
    private final ChatId id;
    private final ChatStore store;
    private final ChatChannel channel;
    private final Clock clock;
    private final ChatWriter writer;
    private final MessageLog log;
    private final Consumer<LiveChat> onClosed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Seats seats = new Seats();
    private volatile @Nullable Progress progress;
    private ChatChannel.@Nullable Subscription subscription;
    private boolean closed;

    LiveChat(
            ChatId id,
            ChatStore store,
            ChatChannel channel,
            Clock clock,
            Duration renewEvery,
            Consumer<LiveChat> onClosed) {
        this.id = id;
        this.store = store;
        this.channel = channel;
        this.clock = clock;
        this.writer = new ChatWriter(id, store, channel, clock, renewEvery);
        this.log = new MessageLog(id, store);
        this.onClosed = onClosed;
    }

    ChatId id() {
        return id;
    }

    /** Empty if the chat was closed here in this moment, and the caller is to take a fresh one. */
    Optional<JoinOutcome> join(Seat.Occupant occupant, long after) {
        lock.lock();
        try {
            if (closed) {
                return Optional.empty();
            }
            return Optional.of(seat(occupant, after));
        } finally {
            if (seats.isEmpty()) {
                close();
            }
            lock.unlock();
        }
    }

    void leave(Seat seat) {
        lock.lock();
        try {
            if (seats.leave(seat) && seats.isEmpty()) {
                close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Empty when the chat is closed here. */
    Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    ChatWriter writer() {
        return writer;
    }

    /**
     * The chat is not in the store any more: destroyed, by its end or otherwise, or lost. Refuses
     * as unavailable while it can't be told which.
     */
    void vanish() {
        lock.lock();
        try {
            Progress present = progress;
            if (!closed && present != null) {
                Optional<Farewell> farewell = store.farewell(id);
                if (farewell.isPresent()) {
                    end(farewell.get());
                } else {
                    vanish(present);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onSignal(ChatSignal signal) {
        lock.lock();
        try {
            Progress present = progress;
            if (closed || present == null) {
                return;
            }
            switch (signal) {
                case ChatSignal.Appended appended -> onAppended(present, appended.entry());
                case ChatSignal.Typing typing ->
                        seats.tell(listener -> listener.onTyping(typing.author(), typing.on()));
                case ChatSignal.Read read -> {
                    present.read(read.by(), read.seq());
                    seats.tell(listener -> listener.onRead(read.by(), read.seq()));
                }
                case ChatSignal.Moved moved -> {
                    present.move(moved.state(), moved.sealedOperatorName().orElse(null));
                    tellState(present);
                }
                case ChatSignal.Ended ended -> end(ended.farewell());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onGap() {
        lock.lock();
        try {
            Progress present = progress;
            if (closed || present == null) {
                return;
            }
            switch (store.lookup(id)) {
                case Lookup.Open open -> {
                    try (OpenChat again = OpenChat.of(id, open)) {
                        if (present.refresh(again.meta())) {
                            tellState(present);
                        }
                    }
                    catchUp(present);
                }
                case Lookup.Destroyed ignored -> vanish();
                case Lookup.Unavailable(var reason) -> {
                    // Otherwise the next signal shows what is missing.
                    if (reason == Unavailability.STORE_LOST) {
                        lose();
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private JoinOutcome seat(Seat.Occupant occupant, long after) {
        if (!seats.hasRoomFor(occupant.author())) {
            return new JoinOutcome.Full();
        }
        Progress present = progress;
        return present == null ? open(occupant, after) : seat(present, occupant, after);
    }

    private JoinOutcome open(Seat.Occupant occupant, long after) {
        // Listening begins before looking, so that nothing falls between.
        subscription = channel.subscribe(id, this);
        return switch (store.lookup(id)) {
            case Lookup.Open open -> {
                Progress opened = Progress.of(OpenChat.of(id, open), store);
                progress = opened;
                yield seat(opened, occupant, after);
            }
            case Lookup.Destroyed ignored -> new JoinOutcome.Gone(store.farewell(id));
            case Lookup.Unavailable(var reason) ->
                    reason == Unavailability.STORE_LOST
                            ? new JoinOutcome.Lost()
                            : new JoinOutcome.Unavailable();
        };
    }

    private JoinOutcome seat(Progress present, Seat.Occupant occupant, long after) {
        var seat = new Seat(this, occupant);
        ChatListener listener = occupant.listener();
        listener.onJoined(present.status());
        log.between(
                after,
                present.seq(),
                entry -> present.chat().seal().openMessage(entry).ifPresent(listener::onMessage));
        seats.take(seat);
        return new JoinOutcome.Joined(seat);
    }

    private void onAppended(Progress present, LogEntry entry) {
        if (entry.seq() == present.seq() + 1) {
            deliver(present, entry);
        } else if (entry.seq() > present.seq()) {
            catchUp(present);
        }
    }

    private void catchUp(Progress present) {
        log.after(present.seq(), entry -> deliver(present, entry));
    }

    private void deliver(Progress present, LogEntry entry) {
        present.delivered(entry.seq());
        present.chat()
                .seal()
                .openMessage(entry)
                .ifPresent(message -> {
                    if (message.content().file() != null) {
                        present.countFiles(store.countFiles(id));
                    }
                    seats.tell(listener -> listener.onMessage(message));
                });
    }

    private void tellState(Progress present) {
        ChatStatus status = present.status();
        seats.tell(listener -> listener.onMoved(status.state(), status.operatorName()));
    }

    private void vanish(Progress present) {
        switch (store.lookup(id)) {
            case Lookup.Destroyed ignored -> end(present.unannounced(clock.instant()));
            case Lookup.Unavailable(var reason) -> {
                if (reason != Unavailability.STORE_LOST) {
                    throw Refusal.of(reason);
                }
                lose();
            }
            // Its destruction was told, so a replica has come up that has not heard of it.
            case Lookup.Open open -> {
                open.cipher().close();
                end(present.unannounced(clock.instant()));
            }
        }
    }

    private void lose() {
        seats.tell(ChatListener::onLost);
        seats.clear();
        close();
    }

    private void end(Farewell farewell) {
        seats.tell(listener -> listener.onEnded(farewell));
        seats.clear();
        close();
    }

    private void close() {
        if (!closed) {
            closed = true;
            Progress last = progress;
            progress = null;
            if (last != null) {
                last.chat().close();
            }
            if (subscription != null) {
                subscription.close();
            }
            onClosed.accept(this);
        }
    }
}
