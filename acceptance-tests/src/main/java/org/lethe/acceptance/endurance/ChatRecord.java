package org.lethe.acceptance.endurance;

import static org.lethe.acceptance.endurance.Invariant.ENDS_ARE_TRUE;
import static org.lethe.acceptance.endurance.Invariant.LOST_IS_TOLD;
import static org.lethe.acceptance.endurance.Invariant.MESSAGES_ARRIVE;
import static org.lethe.acceptance.endurance.Invariant.NOBODY_IS_THROWN_OUT;
import static org.lethe.acceptance.endurance.Invariant.ONE_OWNER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What all participants of one chat did and were shown, and whether that goes together. Safe for
 * threads.
 */
final class ChatRecord {

    static final String VISITOR = "visitor";

    private final String chat;
    private final long began = System.nanoTime();
    private final LongPredicate storeLostSince;
    private final Consumer<Broken> broken;
    private final Set<String> pending = new HashSet<>();
    private final NavigableMap<Long, Message> acknowledged = new TreeMap<>();
    private final Map<String, NavigableMap<Long, Message>> views = new HashMap<>();
    private @Nullable String owner;
    private @Nullable Ending expected;
    private @Nullable Ending over;
    private boolean attended;
    private @Nullable ToldEnd told;
    private boolean askedToEnd;
    private int written;

    /**
     * @param storeLostSince whether Redis was lost since a time by {@link System#nanoTime}
     */
    ChatRecord(String chat, LongPredicate storeLostSince, Consumer<Broken> broken) {
        this.chat = chat;
        this.storeLostSince = storeLostSince;
        this.broken = broken;
    }

    /**
     * A message as somebody was shown it.
     *
     * @param id as its writer chose it
     */
    record Message(String id, String text) {}

    /** How a chat came to its end. */
    enum Ending {
        BY_VISITOR,
        BY_OPERATOR,
        LEFT,
        ERASED,
        LOST
    }

    String chat() {
        return chat;
    }

    long began() {
        return began;
    }

    /** A visitor is in it. One whose request got no answer never is: then it ends as it may. */
    synchronized void attend() {
        attended = true;
    }

    /** Somebody wrote a message, and waits for its acknowledgement. */
    synchronized void wrote(String id) {
        pending.add(id);
        written++;
    }

    synchronized void acknowledged(long seq, Message message) {
        pending.remove(message.id());
        Message before = acknowledged.putIfAbsent(seq, message);
        if (before != null && !before.equals(message)) {
            report(MESSAGES_ARRIVE, "two messages were acknowledged as number " + seq);
        }
    }

    /** It was not taken, and will not be. */
    synchronized void refused(String id) {
        pending.remove(id);
    }

    /**
     * Somebody is shown a message.
     *
     * @return whether it is new to them
     */
    synchronized boolean sees(String participant, long seq, Message message) {
        NavigableMap<Long, Message> view = view(participant);
        Message before = view.get(seq);
        if (before != null) {
            if (!before.equals(message)) {
                report(MESSAGES_ARRIVE, participant + " is shown two messages under " + seq);
            }
            return false;
        }
        if (seq != last(participant) + 1) {
            report(
                    MESSAGES_ARRIVE,
                    "%s is shown %d after %d".formatted(participant, seq, last(participant)));
        }
        if (view.values().stream().anyMatch(it -> it.id().equals(message.id()))) {
            report(MESSAGES_ARRIVE, participant + " is shown a message twice, now as " + seq);
        }
        view.put(seq, message);
        return true;
    }

    /** The last message that somebody was shown; 0 if none was. */
    synchronized long last(String participant) {
        NavigableMap<Long, Message> view = view(participant);
        return view.isEmpty() ? 0 : view.lastKey();
    }

    /** An operator is told that the chat is theirs. */
    synchronized void owned(String operator) {
        if (owner != null && !owner.equals(operator)) {
            report(ONE_OWNER, operator + " is given the chat of " + owner);
        }
        owner = operator;
    }

    synchronized boolean isOwned() {
        return owner != null;
    }

    synchronized boolean isOwnedBy(String operator) {
        return operator.equals(owner);
    }

    /** Whether nothing is on its way, and visitor and operator have seen all there is. */
    synchronized boolean isSettled() {
        return pending.isEmpty()
                && missing(VISITOR).isEmpty()
                && owner != null
                && missing(owner).isEmpty();
    }

    /** Nothing came for so long that it never will. */
    synchronized void requireSettled() {
        for (String participant : owner == null ? List.of(VISITOR) : List.of(VISITOR, owner)) {
            List<Long> missing = missing(participant);
            if (!missing.isEmpty()) {
                report(MESSAGES_ARRIVE, participant + " was never shown " + missing);
            }
        }
        if (!pending.isEmpty()) {
            report(MESSAGES_ARRIVE, pending.size() + " messages were never taken nor refused");
        }
        acknowledged.forEach((seq, message) ->
                views.forEach((participant, view) -> {
                    Message shown = view.get(seq);
                    if (shown != null && !shown.equals(message)) {
                        report(MESSAGES_ARRIVE, participant + " is shown something else as " + seq);
                    }
                }));
    }

    private List<Long> missing(String participant) {
        return acknowledged.keySet().stream()
                .filter(seq -> !view(participant).containsKey(seq))
                .toList();
    }

    /** From now on an end is no surprise. */
    synchronized void expect(Ending ending) {
        expected = ending;
    }

    synchronized Optional<Ending> expected() {
        return Optional.ofNullable(expected);
    }

    synchronized void askOperatorToEnd() {
        expected = Ending.BY_OPERATOR;
        askedToEnd = true;
    }

    synchronized boolean isToBeEnded() {
        return askedToEnd && over == null;
    }

    /** A participant is told that the chat is over, and not that it was lost. */
    synchronized void over(String told) {
        if (attended && expected == null && over == null) {
            if (storeLostSince.test(began)) {
                report(LOST_IS_TOLD, "told " + told + ", though it was lost");
            } else {
                report(NOBODY_IS_THROWN_OUT, "told " + told + ", and nobody ended it");
            }
        }
        if (over == null) {
            over = expected == null ? Ending.LOST : expected;
        }
    }

    /** A participant is told of the end, with its reason and what was destroyed. */
    synchronized void ended(ToldEnd end) {
        over("ended: " + end.reason().code());
        // What came back with an empty store counts from nothing.
        if (attended && !storeLostSince.test(began)) {
            requireTrue(end);
        }
        told = end;
    }

    private void requireTrue(ToldEnd end) {
        if (told != null && !told.isTheSameAs(end)) {
            report(ENDS_ARE_TRUE, "told " + end + " after " + told);
        }
        if (expected != null && !end.fits(expected)) {
            report(ENDS_ARE_TRUE, "told " + end + " of an end " + expected);
        }
        // The question is one, and what was taken may not have been acknowledged.
        long least = 1 + (acknowledged.isEmpty() ? 0 : acknowledged.lastKey());
        if (end.messages() < least || end.messages() > 1 + written) {
            report(ENDS_ARE_TRUE, "told %s of %d to %d".formatted(end, least, 1 + written));
        }
    }

    /** A participant is told that it was lost with its store. */
    synchronized void lost() {
        if (!storeLostSince.test(began)) {
            report(LOST_IS_TOLD, "told that it is lost, and no store was");
        }
        over = Ending.LOST;
    }

    synchronized Optional<Ending> over() {
        return Optional.ofNullable(over);
    }

    /** The acknowledged texts in the order of the store. */
    synchronized List<String> texts() {
        var texts = new ArrayList<String>();
        acknowledged.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry -> texts.add(entry.getValue().text()));
        return texts;
    }

    private NavigableMap<Long, Message> view(String participant) {
        return views.computeIfAbsent(participant, name -> new TreeMap<>());
    }

    private void report(Invariant invariant, String how) {
        broken.accept(new Broken(invariant, chat, how));
    }
}
