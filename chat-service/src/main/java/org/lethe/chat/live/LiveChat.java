package org.lethe.chat.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lethe.chat.conversation.ChatForm;
import org.lethe.chat.conversation.ChatLookup;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.Farewell;
import org.lethe.chat.conversation.LogEntry;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.id.ChatId;

/**
 * A chat that somebody on this replica has a socket of. Holds its unwrapped keys, and drops them
 * with the last socket or the chat's end.
 *
 * <p>Everything that listeners hear is told under one lock, so that it has one order.
 */
final class LiveChat implements ChatChannel.Receiver {
    private static final int PAGE = 200;
    private static final int MOST_SEATS = 64;

    private final ChatId id;
    private final ChatStore store;
    private final ChatChannel channel;
    private final Clock clock;
    private final ChatWriter writer;
    private final Consumer<LiveChat> onClosed;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Seat> seats = new ArrayList<>();
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
            if (seats.remove(seat) && seats.isEmpty()) {
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

    /** The chat's keys are destroyed, by its end or otherwise. */
    void vanish() {
        lock.lock();
        try {
            Progress present = progress;
            if (!closed && present != null) {
                end(store.farewell(id).orElseGet(() -> unannounced(present)));
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
                        tell(listener -> listener.onTyping(typing.author(), typing.on()));
                case ChatSignal.Read read -> {
                    present.read(read.by(), read.seq());
                    tell(listener -> listener.onRead(read.by(), read.seq()));
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
                case ChatLookup.Open open -> {
                    if (present.refresh(open.chat().meta())) {
                        tellState(present);
                    }
                    catchUp(present);
                }
                case ChatLookup.Gone ignored -> vanish();
                case ChatLookup.Unavailable ignored -> {
                    // The next signal shows what is missing.
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private JoinOutcome seat(Seat.Occupant occupant, long after) {
        if (seats.size() >= MOST_SEATS) {
            return new JoinOutcome.Unavailable();
        }
        Progress present = progress;
        if (present == null) {
            // Listening begins before looking, so that nothing falls between.
            subscription = channel.subscribe(id, this);
            switch (store.lookup(id)) {
                case ChatLookup.Open open ->
                        present =
                                new Progress(
                                        open.chat(),
                                        visitorName(open.chat()),
                                        store.countFiles(id));
                case ChatLookup.Gone ignored -> {
                    return new JoinOutcome.Gone(store.farewell(id));
                }
                case ChatLookup.Unavailable ignored -> {
                    return new JoinOutcome.Unavailable();
                }
            }
            progress = present;
        }
        var seat = new Seat(this, occupant);
        occupant.listener().onJoined(present.status());
        replay(present, occupant.listener(), after);
        seats.add(seat);
        return new JoinOutcome.Joined(seat);
    }

    private PersonalText visitorName(OpenChat chat) {
        return store.form(id)
                .flatMap(chat.seal()::openForm)
                .map(form -> PersonalText.of(form.name().reveal()))
                .orElse(ChatForm.GUEST);
    }

    private void replay(Progress present, ChatListener listener, long after) {
        long from = Math.max(0, after);
        while (from < present.seq()) {
            int most = (int) Math.min(PAGE, present.seq() - from);
            List<LogEntry> page = store.entries(id, from, most);
            if (page.isEmpty()) {
                return;
            }
            for (LogEntry entry : page) {
                present.chat().seal().openMessage(entry).ifPresent(listener::onMessage);
            }
            from = page.getLast().seq();
        }
    }

    private void onAppended(Progress present, LogEntry entry) {
        if (entry.seq() == present.seq() + 1) {
            deliver(present, entry);
        } else if (entry.seq() > present.seq()) {
            catchUp(present);
        }
    }

    private void catchUp(Progress present) {
        List<LogEntry> page;
        do {
            page = store.entries(id, present.seq(), PAGE);
            page.forEach(entry -> deliver(present, entry));
        } while (page.size() == PAGE);
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
                    tell(listener -> listener.onMessage(message));
                });
    }

    private void tellState(Progress present) {
        ChatStatus status = present.status();
        tell(listener -> listener.onMoved(status.state(), status.operatorName()));
    }

    private void tell(Consumer<ChatListener> what) {
        // A copy, since a listener may leave while it is told.
        for (Seat seat : List.copyOf(seats)) {
            what.accept(seat.listener());
        }
    }

    private void end(Farewell farewell) {
        tell(listener -> listener.onEnded(farewell));
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

    /** A proper end leaves a farewell, so this was none: the visitor was erased. */
    private Farewell unannounced(Progress present) {
        Instant now = clock.instant();
        return new Farewell(EndReason.ERASURE, (int) present.seq(), present.files(), now);
    }
}
