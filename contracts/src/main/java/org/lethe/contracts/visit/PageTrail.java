package org.lethe.contracts.visit;

import java.util.ArrayList;
import java.util.List;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.personal.PageTitle;

/** The pages of a visit, oldest first. */
public record PageTrail(List<PageView> pages) {

    /** Beyond this the oldest pages are forgotten, but for the first: it tells how they came. */
    static final int MAX_PAGES = 50;

    /** The same beyond this many characters: every page's are sent to operators at each change. */
    static final int MAX_LENGTH = 20_000;

    public PageTrail {
        if (pages.isEmpty() || pages.size() > MAX_PAGES) {
            throw new IllegalArgumentException("a trail has 1 to " + MAX_PAGES + " pages");
        }
        pages = List.copyOf(pages);
    }

    public static PageTrail startingAt(PageView page) {
        return new PageTrail(List.of(page));
    }

    public PageView current() {
        return pages.getLast();
    }

    /** The trail with one more page; the same page again (a reload) only renews its title. */
    PageTrail visiting(PageView page) {
        List<PageView> next = new ArrayList<>(pages);
        if (current().url().equals(page.url())) {
            next.set(next.size() - 1, new PageView(page.url(), page.title(), current().at()));
            return new PageTrail(next);
        }
        next.add(page);
        while (next.size() > MAX_PAGES || (next.size() > 2 && length(next) > MAX_LENGTH)) {
            next.remove(1);
        }
        return new PageTrail(next);
    }

    private static int length(List<PageView> pages) {
        int length = 0;
        for (PageView page : pages) {
            PageTitle title = page.title();
            length += page.url().length() + (title == null ? 0 : title.length());
        }
        return length;
    }
}
