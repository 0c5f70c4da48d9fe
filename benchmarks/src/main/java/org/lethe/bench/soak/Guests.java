package org.lethe.bench.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lethe.bench.load.Desk;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.LoadedChat;
import org.lethe.bench.load.LoadedVisit;
import org.lethe.bench.load.Openings;
import org.lethe.bench.load.Site;
import org.lethe.bench.load.Stamp;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;

/**
 * Visitors who come, are in a chat for a while and leave, each with a page as long as that; and two
 * operators, who have half of the chats each.
 */
final class Guests implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LATE = Duration.ofSeconds(3);

    /** As pages do, which are told so. */
    private static final long BEAT_MILLIS = 25_000;

    private final Site site;
    private final Openings openings = new Openings();
    private final Latencies arrived = new Latencies();
    private final Latencies acknowledged = new Latencies();
    private final List<Desk> desks;

    /** Guards itself: who has left it writes no more. */
    private final List<LoadedChat> present = new ArrayList<>();

    private final LongAdder came = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Guests(BenchedSuite suite) {
        this.site = suite.site();
        this.desks =
                Stream.of(suite.operator(), suite.colleague())
                        .map(token -> new Desk(site, token, arrived))
                        .toList();
    }

    /**
     * A visitor comes, stays and leaves; returns after that. Whatever goes wrong is counted.
     *
     * @param number makes his address
     * @param length of his chat
     */
    void stay(int number, Duration length) {
        came.increment();
        Desk desk = desks.get(number % desks.size());
        try (var visit = LoadedVisit.open(site, number);
                var chat = LoadedChat.open(site, number, visit, openings, acknowledged)) {
            desk.accept(chat.chat());
            desk.awaitOwn(List.of(chat.chat()), PATIENCE);
            opened.increment();
            enter(chat);
            try {
                beat(visit, length);
            } finally {
                leave(chat);
            }
            // An end may overtake what was written before it: that would not be a loss.
            Waiting.until(PATIENCE, () -> isTold(chat, desk));
            chat.end();
            desk.awaitEnded(List.of(chat.chat()), PATIENCE);
            ended.increment();
            visit.leave();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void enter(LoadedChat chat) {
        synchronized (present) {
            present.add(chat);
        }
    }

    private void leave(LoadedChat chat) {
        synchronized (present) {
            present.remove(chat);
        }
    }

    /** Whether both sides know of all that was written. */
    private static boolean isTold(LoadedChat chat, Desk desk) {
        long written = chat.written();
        return chat.sent() >= written && desk.seen(chat.chat()) >= written;
    }

    private static void beat(LoadedVisit visit, Duration length) {
        long left = length.toMillis();
        while (left > BEAT_MILLIS) {
            Waiting.millis(BEAT_MILLIS);
            visit.beat();
            left -= BEAT_MILLIS;
        }
        Waiting.millis(left);
    }

    /** One of those who are there writes, each in his turn; nobody where nobody is there. */
    void write(long number, long intended) {
        synchronized (present) {
            if (!present.isEmpty()) {
                present.get((int) (number % present.size())).write(Stamp.text(intended), intended);
                written.increment();
            }
        }
    }

    /** Late messages have time to arrive. */
    void awaitArrived() {
        Waiting.until(LATE, () -> arrived.count() >= written.sum());
    }

    /** Why the first of those could not go on who did not open or end their chats. */
    Optional<RuntimeException> firstFailure() {
        return Optional.ofNullable(failure.get());
    }

    List<Figure> figures() {
        return List.of(
                new Figure("opened", (double) opened.sum(), "chats"),
                new Figure("not opened", (double) (came.sum() - opened.sum()), "chats"),
                new Figure("not ended", (double) (opened.sum() - ended.sum()), "chats"),
                new Figure("written", (double) written.sum(), "messages"),
                new Figure("lost", (double) (written.sum() - arrived.count()), "messages"),
                new Figure("one way, p50", arrived.millis(50), "ms"),
                new Figure("one way, p99", arrived.millis(99), "ms"));
    }

    @Override
    public void close() {
        desks.forEach(Desk::close);
    }
}
