package org.lethe.runtime.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/** Which newcomers Redis has room for, by one look for all of them. */
@ApplicationScoped
class Room {

    private static final Log LOG = Log.of(Room.class);

    private final Map<Newcomer, HighWater> marks = new EnumMap<>(Newcomer.class);
    private volatile double filled;

    @Inject
    Room(RoomSettings settings) {
        this(settings.visits(), settings.words());
    }

    /** The marks in percent. */
    Room(int visits, int words) {
        marks.put(Newcomer.VISIT, new HighWater(visits));
        marks.put(Newcomer.WORDS, new HighWater(words));
    }

    /**
     * Redis was looked at.
     *
     * @param share of its memory that is taken, from 0 to 1
     */
    void note(double share) {
        filled = share;
        marks.forEach((newcomer, mark) -> {
            boolean before = mark.isOver();
            mark.note(share);
            if (mark.isOver() && !before) {
                LOG.warn("Redis has no more room for new ones", LogKey.TYPE.of(newcomer));
            } else if (before && !mark.isOver()) {
                LOG.info("Redis has room again for new ones", LogKey.TYPE.of(newcomer));
            }
        });
    }

    boolean isFor(Newcomer newcomer) {
        HighWater mark = marks.get(newcomer);
        return mark != null && !mark.isOver();
    }

    /** From 0 to 1, as last noted. */
    double filled() {
        return filled;
    }
}
