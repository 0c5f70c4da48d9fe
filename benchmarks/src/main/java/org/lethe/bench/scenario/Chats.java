package org.lethe.bench.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Desk;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.LoadedChat;
import org.lethe.bench.load.Openings;
import org.lethe.bench.load.Received;
import org.lethe.bench.load.Site;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.store.BenchedStore;
import org.lethe.bench.store.KeyWatch;
import org.lethe.bench.suite.BenchedSuite;

/** Visitors in chats with one desk. */
public final class Chats implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Openings openings = new Openings();
    private final Latencies arrived = new Latencies();
    private final Latencies acknowledged = new Latencies();
    private final List<LoadedChat> chats = new ArrayList<>();
    private final Desk desk;
    private Spent opening = Spent.NOTHING;

    private Chats(BenchedSuite suite) {
        this.desk = new Desk(suite.site(), suite.operator(), arrived);
    }

    /** Opens so many, all accepted. */
    public static Chats open(BenchedSuite suite, int count) {
        var opened = new Chats(suite);
        Site site = suite.site();
        Spent before = suite.spent();
        for (int i = 0; i < count; i++) {
            int number = suite.nextVisitor();
            LoadedChat chat = LoadedChat.open(site, number, opened.openings, opened.acknowledged);
            opened.chats.add(chat);
            opened.desk.accept(chat.chat());
        }
        opened.desk.awaitOwn(opened.ids(), PATIENCE);
        opened.opening = suite.spent().since(before);
        return opened;
    }

    List<String> ids() {
        return chats.stream().map(LoadedChat::chat).toList();
    }

    public int count() {
        return chats.size();
    }

    LoadedChat get(long number) {
        return chats.get((int) (number % chats.size()));
    }

    Openings openings() {
        return openings;
    }

    /** What was spent from the desk's sign-in until all were accepted. */
    public Spent opening() {
        return opening;
    }

    /** What the desk was told until now. */
    public Received received() {
        return desk.received();
    }

    /** From intended to the desk. */
    public Latencies arrived() {
        return arrived;
    }

    /** From intended to the visitor's "sent". */
    Latencies acknowledged() {
        return acknowledged;
    }

    /** Waits until the desk has heard so many messages. */
    void awaitArrived(int messages) {
        if (!Waiting.until(PATIENCE, () -> arrived.count() >= messages)) {
            throw new IllegalStateException(
                    arrived.count() + " of " + messages + " messages after " + PATIENCE);
        }
    }

    /** Ends all at once, without waiting. */
    void end() {
        chats.forEach(LoadedChat::end);
    }

    void awaitEnded() {
        desk.awaitEnded(ids(), PATIENCE);
    }

    /**
     * Ends one alone while all others go on, and waits until the desk was told; after that it is
     * none of these.
     *
     * @return how long until its key was gone
     */
    Latencies endOne(BenchedStore store) {
        try (LoadedChat one = chats.removeLast()) {
            List<String> id = List.of(one.chat());
            long begin = System.nanoTime();
            one.end();
            Latencies gone = KeyWatch.untilGone(store, id, begin);
            desk.awaitEnded(id, PATIENCE);
            return gone;
        }
    }

    @Override
    public void close() {
        chats.forEach(LoadedChat::close);
        desk.close();
    }
}
