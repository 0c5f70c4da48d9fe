package org.lethe.chat.live;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatChannels;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.DestroyedView;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.contracts.signal.Farewell;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;
import org.lethe.runtime.problem.Refusal;

/**
 * A chat that somebody on this replica has a socket of. Holds its unwrapped keys, and drops them
 * with the last socket or the chat's end.
 *
 * <p>Everything that listeners hear is told under one lock, so that it has one order.
 */
final class LiveChat implements SignalListener {
    private final ChatId id;
    private final ChatStore store;
    private final ChatChannels channels;
    private final Clock clock;
    private final Duration renewEvery;
    private final Consumer<LiveChat> onClosed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Seats seats = new Seats();
    private final AtomicLong renewed = new AtomicLong();
    private volatile @Nullable Progress progress;
    private @Nullable Subscription subscription;
    private boolean closed;

    LiveChat(
            ChatId id,
            ChatStore store,
            ChatChannels channels,
            Clock clock,
            Duration renewEvery,
            Consumer<LiveChat> onClosed) {
        this.id = id;
        this.store = store;
        this.channels = channels;
        this.clock = clock;
        this.renewEvery = renewEvery;
        this.onClosed = onClosed;
    }

    ChatId id() {
        return id;
    }

    /** Empty if the chat was closed here in this moment, and the caller is to take a fresh one. */
    Optional<Seat> join(Occupant occupant, ChatListener listener, long after) {
        lock.lock();
        try {
            if (closed) {
                return Optional.empty();
            }
            var seat = new Seat(this, store, channels, occupant, listener);
            take(seat, after);
            return Optional.of(seat);
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

    /** Somebody wrote: puts off the chat's deadline, but not each time. */
    void renewIfDue() {
        long now = clock.millis();
        long last = renewed.get();
        // A clock that was set back must not end a chat in which somebody writes.
        if (Math.abs(now - last) > renewEvery.toMillis() && renewed.compareAndSet(last, now)) {
            store.renew(id);
        }
    }

    /**
     * The chat is not in the store any more: destroyed, by its end or otherwise, or lost. Refuses
     * as unavailable while it can't be told which.
     */
    void vanish() {
        whileOpen(present -> store.farewell(id).ifPresentOrElse(this::end, () -> vanish(present)));
    }

    /**
     * Nobody can say whether the chat is still in the store: its keys are dropped here, and who is
     * in it is hung up on.
     */
    void letGo() {
        whileOpen(_ -> over(ChatListener::onUnseen));
    }

    /** What is no signal of a chat is passed over. */
    @Override
    public void onSignal(byte[] payload) {
        whileOpen(present ->
                ChatSignal.parse(payload).ifPresent(signal -> onSignal(present, signal)));
    }

    @Override
    public void onReconnected() {
        whileOpen(present -> {
            try {
                store.whileOpen(id, again -> present.refresh(again.meta()))
                        .ifPresentOrElse(news -> goOn(present, news), this::vanish);
            } catch (Refusal refusal) {
                // Otherwise the next signal shows what is missing.
                if (refusal.code() == ErrorCode.SCOPE_LOST) {
                    lose(present);
                }
            }
        });
    }

    private void take(Seat seat, long after) {
        if (!seats.hasRoomFor(seat.author())) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
        Progress present = progress;
        if (present == null) {
            open(seat, after);
        } else {
            take(seat, present, after);
        }
    }

    private void open(Seat seat, long after) {
        // Listening begins before looking, so that nothing falls between.
        subscription = channels.subscribe(id, this);
        Optional<OpenChat> found = store.open(id);
        if (found.isPresent()) {
            Progress opened = Progress.of(found.get(), store);
            progress = opened;
            take(seat, opened, after);
        } else {
            Optional<Farewell> farewell = store.farewell(id);
            tell(
                    seat.listener(),
                    farewell.orElseThrow(() -> new Refusal(ErrorCode.SCOPE_DESTROYED)));
        }
    }

    /**
     * Reads what the client misses before it tells it anything: a store that is away is no "ready".
     */
    private void take(Seat seat, Progress present, long after) {
        ChatListener listener = seat.listener();
        var missing = new ArrayList<LogEntry>();
        store.read(id, after, present.seq(), missing::add);
        present.tellAll(listener);
        missing.forEach(entry -> present.open(entry).ifPresent(listener::onMessage));
        seats.take(seat);
    }

    private void onSignal(Progress present, ChatSignal signal) {
        switch (signal) {
            case ChatSignal.Appended(LogEntry entry) -> onAppended(present, entry);
            case ChatSignal.Typing(var author, boolean on) ->
                    seats.tell(listener -> listener.onTyping(author, on));
            case ChatSignal.Read(var by, long seq) -> {
                present.read(by, seq);
                seats.tell(listener -> listener.onRead(by, seq));
            }
            case ChatSignal.Left(var since) -> {
                if (present.leave(since)) {
                    seats.tell(present::tellLeft);
                }
            }
            case ChatSignal.Moved(var state, var sealedOperatorName) -> {
                present.move(state, sealedOperatorName.orElse(null));
                seats.tell(present::tellState);
            }
            case ChatSignal.Ended(Farewell farewell) -> end(farewell);
        }
    }

    private void onAppended(Progress present, LogEntry entry) {
        if (entry.seq() == present.seq() + 1) {
            deliver(present, entry);
        } else if (entry.seq() > present.seq()) {
            catchUp(present);
        }
    }

    private void goOn(Progress present, List<Consumer<ChatListener>> news) {
        news.forEach(seats::tell);
        catchUp(present);
    }

    private void catchUp(Progress present) {
        store.read(id, present.seq(), Long.MAX_VALUE, entry -> deliver(present, entry));
    }

    private void deliver(Progress present, LogEntry entry) {
        present.delivered(entry.seq());
        present.open(entry)
                .ifPresent(message -> {
                    if (message.file() != null) {
                        present.countFiles(store.countFiles(id));
                    }
                    seats.tell(listener -> listener.onMessage(message));
                });
    }

    private void vanish(Progress present) {
        try {
            // If it is open: its destruction was told, so a replica has come up without hearing it.
            store.open(id).ifPresent(OpenChat::close);
            DestroyedView destroyed = present.unannounced(clock.instant());
            over(listener -> listener.onEnded(EndReason.DEADLINE, destroyed));
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.SCOPE_LOST) {
                throw refusal;
            }
            lose(present);
        }
    }

    /** Told before it is let go of: when that fails, it is found again. */
    private void lose(Progress present) {
        store.tellLost(id, present.account(), present.isQueued());
        over(ChatListener::onLost);
    }

    private void end(Farewell farewell) {
        over(listener -> tell(listener, farewell));
    }

    private void tell(ChatListener listener, Farewell farewell) {
        listener.onEnded(farewell.reason(), farewell.destroyed(id));
    }

    private void over(Consumer<ChatListener> lastCall) {
        seats.tell(lastCall);
        seats.clear();
        close();
    }

    private void whileOpen(Consumer<Progress> what) {
        lock.lock();
        try {
            progress().ifPresent(what);
        } finally {
            lock.unlock();
        }
    }

    private void close() {
        if (!closed) {
            closed = true;
            progress().ifPresent(Progress::close);
            progress = null;
            if (subscription != null) {
                subscription.close();
            }
            onClosed.accept(this);
        }
    }
}
