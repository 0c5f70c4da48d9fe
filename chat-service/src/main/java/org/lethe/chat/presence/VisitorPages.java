package org.lethe.chat.presence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.runtime.rhythm.Rhythm;

/**
 * The pages of visitors that have a socket of their chat on this replica. That a socket is open, or
 * ends, is no sign of life: what counts is the last frame that came on it. One batch for all notes
 * it every few seconds.
 */
@ApplicationScoped
public class VisitorPages {
    private final ConcurrentMap<ChatId, Visitor> visitors = new ConcurrentHashMap<>();
    private final Sightings sightings;
    private final SightingTimes times;
    private final LongSupplier nanos;
    private @Nullable Rhythm rhythm;

    /** One page of a visitor. */
    public interface Page {

        /** When its last frame came, by {@link System#nanoTime}. */
        long heardAt();
    }

    @Inject
    VisitorPages(Sightings sightings, SightingTimes times) {
        this(sightings, times, System::nanoTime);
    }

    /** Tests bring a clock of their own. */
    VisitorPages(Sightings sightings, SightingTimes times, LongSupplier nanos) {
        this.sightings = sightings;
        this.times = times;
        this.nanos = nanos;
    }

    void onStart(@Observes StartupEvent start) {
        rhythm = Rhythm.start("visitors-heard", times.every(), this::note);
    }

    void onStop(@Observes ShutdownEvent stop) {
        if (rhythm != null) {
            rhythm.close();
        }
    }

    /** A page has joined its visitor's chat. */
    public void came(ChatId chat, Page page) {
        visitors.compute(
                chat, (id, visitor) -> (visitor == null ? Visitor.NOBODY : visitor).with(page));
    }

    /** The page's socket is closed, by whomever; may be repeated. */
    public void went(ChatId chat, Page page) {
        visitors.computeIfPresent(chat, (id, visitor) -> visitor.without(page));
    }

    /** Notes whoever was heard of since the last time. */
    void note() {
        long now = nanos.getAsLong();
        var notes = new HashMap<ChatId, Note>();
        visitors.forEach((chat, visitor) -> {
            if (visitor.isNews()) {
                notes.put(chat, new Note(visitor.heardAt(), visitor.isThere()));
            }
        });
        if (!notes.isEmpty()) {
            var heard = new HashMap<ChatId, Sightings.Heard>();
            notes.forEach((chat, note) -> heard.put(chat, note.heard(now)));
            sightings.note(heard);
            notes.forEach(this::noted);
        }
    }

    private void noted(ChatId chat, Note note) {
        visitors.computeIfPresent(
                chat,
                (id, visitor) -> {
                    Visitor noted = visitor.noted(note.at(), note.isThere());
                    return noted.isGone() ? null : noted;
                });
    }

    int count() {
        return visitors.size();
    }

    private record Note(long at, boolean isThere) {

        Sightings.Heard heard(long now) {
            return new Sightings.Heard(Duration.ofNanos(Math.max(0, now - at)), isThere);
        }
    }
}
