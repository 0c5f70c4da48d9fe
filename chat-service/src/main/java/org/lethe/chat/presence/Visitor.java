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
 * @param notedAt what was noted last
 */
record Visitor(Set<Page> pages, long closedHeardAt, long notedAt) {

    static final Visitor NOBODY = new Visitor(Set.of(), Long.MIN_VALUE, Long.MIN_VALUE);

    Visitor {
        pages = Set.copyOf(pages);
    }

    Visitor with(Page page) {
        var more = new HashSet<>(pages);
        more.add(page);
        return new Visitor(more, closedHeardAt, notedAt);
    }

    Visitor without(Page page) {
        if (!pages.contains(page)) {
            return this;
        }
        var less = new HashSet<>(pages);
        less.remove(page);
        return new Visitor(less, Math.max(closedHeardAt, page.heardAt()), notedAt);
    }

    Visitor noted(long at) {
        return new Visitor(pages, closedHeardAt, at);
    }

    /** When the last frame came. */
    long heardAt() {
        return LongStream.concat(
                        LongStream.of(closedHeardAt), pages.stream().mapToLong(Page::heardAt))
                .max()
                .orElse(closedHeardAt);
    }

    boolean isNews(long at) {
        return at > notedAt;
    }

    /** No page is open here, and nothing is left to be noted. */
    boolean isGone() {
        return pages.isEmpty() && !isNews(heardAt());
    }
}
