package org.lethe.gdpr.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** How the ledger is shown in pages: the entries of an account, and the heads of the tree. */
public final class Paging {

    /** So much is on one page, at most. */
    public static final int MAX = 200;

    /** So much is on a page of who does not say how much. */
    public static final String USUAL = "50";

    private Paging() {}

    /**
     * The number of the last that is on a full page, which the next one begins after; empty of one
     * that is not full: it is the last.
     *
     * @param limit how much was asked for, at least 1
     */
    public static <T> Optional<Long> next(List<T> page, int limit, ToLongFunction<T> number) {
        return page.size() < limit
                ? Optional.empty()
                : Optional.of(number.applyAsLong(page.getLast()));
    }
}
