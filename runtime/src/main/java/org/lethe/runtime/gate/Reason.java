package org.lethe.runtime.gate;

/** Why the promise can't be kept now, so that no new personal data may come in. */
enum Reason {
    /** Redis was not looked at yet, or does not answer. */
    STORE_AWAY,
    /**
     * A node of Redis writes to a disk, evicts or remembers: what was destroyed could come back.
     */
    STORE_UNFIT,
    /** The clock of a node of Redis went back, jumped, or is behind another's. */
    STORE_CLOCK,
    /** Redis does not let its settings be read. */
    STORE_HIDDEN,
    /** Deadlines passed and nothing was destroyed. */
    REAPER_LATE,
    /** A record was found of late that no deadline would have destroyed. */
    RECORD_OVERDUE,
    /** The machine's clock jumped: deadlines can't be trusted. */
    CLOCK_JUMP,
    /** The question failed in a way that nobody expected. */
    UNCERTAIN
}
