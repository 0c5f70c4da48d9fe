package org.lethe.chat.presence;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.lethe.chat.presence.VisitorPages.Page;

/**
 * What this replica hears of one visitor; times are those of {@link System#nanoTime}.
 *
 * @param pages those that are open
 * @param closedHeardAt the last frame of those that are not open any more
 * @param notedAt the last frame that was noted
 * @param notedThere whether a page was open when that was noted
 */
record Visitor(Set<Page> pages, long closedHeardAt, long notedAt, boolean notedThere) {

    static final Visitor NOBODY = new Visitor(Set.of(), Long.MIN_VALUE, Long.MIN_VALUE, false);

    Visitor {
        pages = Set.copyOf(pages);
    }

    Visitor with(Page page) {
        var more = new HashSet<>(pages);
        more.add(page);
        return new Visitor(more, closedHeardAt, notedAt, notedThere);
    }

    Visitor without(Page page) {
        if (!pages.contains(page)) {
            return this;
        }
        var less = new HashSet<>(pages);
        less.remove(page);
        return new Visitor(less, Math.max(closedHeardAt, page.heardAt()), notedAt, notedThere);
    }

    Visitor noted(long at, boolean there) {
        return new Visitor(pages, closedHeardAt, at, there);
    }

    boolean isThere() {
        return !pages.isEmpty();
    }

    /** When the last frame came. */
    long heardAt() {
        return LongStream.concat(
                        LongStream.of(closedHeardAt), pages.stream().mapToLong(Page::heardAt))
                .max()
                .orElse(closedHeardAt);
    }

    /** Whether there is more than what was noted. */
    boolean isNews() {
        return heardAt() > notedAt || isThere() != notedThere;
    }

    boolean isGone() {
        return !isThere() && !isNews();
    }
}
