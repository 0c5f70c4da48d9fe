package org.lethe.chat.ending;

import java.time.Clock;
import org.lethe.chat.presence.TestPages;
import org.lethe.chat.presence.VisitorPages;

/** A visitor's page, on which frames come when a test says so. */
final class PageInTest implements VisitorPages.Page {

    private final Clock clock;
    private long heardAt;

    PageInTest(Clock clock) {
        this.clock = clock;
        frame();
    }

    void frame() {
        heardAt = TestPages.nanos(clock);
    }

    @Override
    public long heardAt() {
        return heardAt;
    }
}
