package org.lethe.contracts.event;

import org.lethe.contracts.Coded;

/** What an officer, or staff, did for a data subject's rights. */
public enum SubjectAction implements Coded {
    ERASURE_ASKED,
    ACCESS_ASKED,
    PORTABILITY_ASKED,
    /** A second person confirmed what staff asked for. */
    CONFIRMED,
    /** A request was withdrawn. */
    WITHDRAWN,
    /** What is held was fetched, as the results of a request. */
    RESULTS_FETCHED,
    /** What is held was shown at once, without a request. */
    SUBJECT_SHOWN,
    /** How many subjects are found was told, and nothing of what is held about them. */
    SUBJECT_LOOKED_FOR;

    /** Whether it can happen to a request once only. */
    public boolean isOnce() {
        return switch (this) {
            case ERASURE_ASKED, ACCESS_ASKED, PORTABILITY_ASKED, CONFIRMED, WITHDRAWN -> true;
            case RESULTS_FETCHED, SUBJECT_SHOWN, SUBJECT_LOOKED_FOR -> false;
        };
    }
}
