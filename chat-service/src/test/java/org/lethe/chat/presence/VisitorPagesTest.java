package org.lethe.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.presence.Sightings.Heard;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.retention.Lifetimes;

class VisitorPagesTest {

    private final AtomicLong nanos = new AtomicLong(-1_000_000);
    private final Noted noted = new Noted();
    private final VisitorPages pages =
            new VisitorPages(noted, SightingTimes.of(Lifetimes.standard().visit()), nanos::get);
    private final ChatId chat = new InMemory().queued();
    private final AtomicLong heardAt = new AtomicLong(nanos.get());
    private final VisitorPages.Page page = heardAt::get;

    @Test
    void notesAFrameOnce() {
        pages.came(chat, page);
        pass(3);

        pages.note();
        pages.note();

        assertThat(noted.batches).containsExactly(Map.of(chat, there(3)));
    }

    @Test
    void notesTheLastFrameOfAllPages() {
        AtomicLong later = new AtomicLong(nanos.get() + Duration.ofSeconds(1).toNanos());
        pages.came(chat, page);
        pages.came(chat, later::get);
        pass(3);

        pages.note();

        assertThat(noted.batches).containsExactly(Map.of(chat, there(2)));
    }

    @Test
    void countsASocketThatEndsFromItsLastFrame() {
        pages.came(chat, page);
        pass(3);
        pages.went(chat, page);
        pages.went(chat, page);
        pass(40);

        pages.note();

        assertThat(noted.batches).containsExactly(Map.of(chat, gone(43)));
        assertThat(pages.count()).isZero();
    }

    @Test
    void takesAnOpenSocketForNoSignOfLife() {
        pages.came(chat, page);
        pages.note();
        pass(60);
        pages.note();

        assertThat(noted.batches).hasSize(1);
        assertThat(pages.count()).isOne();
    }

    @Test
    void notesThatTheLastPageIsGoneThoughNothingMoreWasHeard() {
        pages.came(chat, page);
        VisitorPages.Page other = heardAt::get;
        pages.came(chat, other);
        pages.note();
        pass(2);
        pages.went(chat, page);
        pages.note();
        pages.went(chat, other);
        pages.note();

        assertThat(noted.batches).containsExactly(Map.of(chat, there(0)), Map.of(chat, gone(2)));
        assertThat(pages.count()).isZero();
    }

    @Test
    void notesAgainWhatCouldNotBeNoted() {
        pages.came(chat, page);
        pages.went(chat, page);
        noted.isAway = true;
        assertThatThrownBy(pages::note).isInstanceOf(IllegalStateException.class);
        noted.isAway = false;
        pass(5);

        pages.note();

        assertThat(noted.batches).containsExactly(Map.of(chat, gone(5)));
    }

    private static Heard there(int secondsAgo) {
        return new Heard(Duration.ofSeconds(secondsAgo), true);
    }

    private static Heard gone(int secondsAgo) {
        return new Heard(Duration.ofSeconds(secondsAgo), false);
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    /** Writes down what is noted. */
    private static final class Noted implements Sightings {
        final List<Map<ChatId, Heard>> batches = new ArrayList<>();
        boolean isAway;

        @Override
        public void note(Map<ChatId, Heard> heard) {
            if (isAway) {
                throw new IllegalStateException("as the test wants it");
            }
            batches.add(heard);
        }

        @Override
        public List<Unseen> unseen() {
            return List.of();
        }

        @Override
        public void putOff(Map<Unseen, Duration> lives) {
            throw new AssertionError("nobody was found");
        }
    }
}
