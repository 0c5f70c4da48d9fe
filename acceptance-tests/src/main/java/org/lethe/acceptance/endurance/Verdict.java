package org.lethe.acceptance.endurance;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Gathers what was broken and what was counted; says the former as it happens. */
final class Verdict implements Consumer<Broken> {

    private static final int SHOWN = 40;

    private final PrintStream out;
    private final Supplier<String> step;
    private final List<String> broken = new ArrayList<>();
    private final Map<Figure, AtomicLong> figures = new EnumMap<>(Figure.class);

    /** What a report tells. */
    enum Figure {
        VISITS,
        CHATS,
        MESSAGES,
        FILES,
        OFFLINE_MESSAGES,
        ERASURES,
        LEFT,
        ENDED,
        LOST,
        UNSERVED,
        RECONNECTS,
        REPEATED_FRAMES,
        REPEATED_REQUESTS,
        FAULTS,
        LOOKS_INTO_STORES,
        LETTERS,
        COPIES,
        LETTERS_TOLD_LOST
    }

    /**
     * @param step tells what had just gone wrong on purpose
     */
    Verdict(PrintStream out, Supplier<String> step) {
        this.out = out;
        this.step = step;
        for (Figure figure : Figure.values()) {
            figures.put(figure, new AtomicLong());
        }
    }

    @Override
    public synchronized void accept(Broken found) {
        String told = "BROKEN at " + step.get() + ": " + found;
        broken.add(told);
        if (broken.size() <= SHOWN) {
            out.println(told);
        }
    }

    void count(Figure figure) {
        count(figure, 1);
    }

    void count(Figure figure, long more) {
        of(figure).addAndGet(more);
    }

    long figure(Figure figure) {
        return of(figure).get();
    }

    private AtomicLong of(Figure figure) {
        return Objects.requireNonNull(figures.get(figure));
    }

    /** The first that was broken, with the step at which it was. */
    synchronized Optional<String> first() {
        return broken.stream().findFirst();
    }

    synchronized int count() {
        return broken.size();
    }

    /** All figures, for a line of a report. */
    String figures() {
        var told = new ArrayList<String>();
        figures.forEach((figure, count) ->
                told.add(figure.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + count));
        return String.join(", ", told);
    }
}
