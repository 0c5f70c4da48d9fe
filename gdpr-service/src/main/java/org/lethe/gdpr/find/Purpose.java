package org.lethe.gdpr.find;

/** What somebody was about to do with all whom selectors find, when they were told how many. */
public enum Purpose {
    /** To count them only: what it tells confirms whatever is done next. */
    COUNT,
    SHOW,
    ERASE
}
