package org.lethe.acceptance.endurance;

/** What holds whatever goes wrong. */
enum Invariant {
    /**
     * What was acknowledged arrives at every participant that comes back, once and in order.
     * Clients drop what comes again under its number, as consoles and pages do.
     */
    MESSAGES_ARRIVE("each acknowledged message arrives, once and in order"),
    /** No operator is shown a chat that another one has. */
    ONE_OWNER("a chat has one operator"),
    /** Nobody ended it, and no store was lost. */
    NOBODY_IS_THROWN_OUT("no outage ends a chat"),
    /** What was lost with its store is told as lost, and nothing else is. */
    LOST_IS_TOLD("what is lost is told as lost"),
    /** Both sides hear the same, and it goes with what they did. */
    ENDS_ARE_TRUE("an end is told with its true reason and counts"),
    LETTERS_ARRIVE("each letter arrives, or its loss is told"),
    LETTERS_COME_ONCE("no letter comes twice that nothing disturbed"),
    NOTHING_OUTLIVES("nothing outlives its deadline"),
    NOTHING_IN_CLEAR("nothing is stored in clear"),
    ERASURES_COMPLETE("each erasure is completed, with a receipt"),
    FAILURES_HAVE_CODES("no failure without a stable code"),
    LOGS_HOLD_NO_ERROR("no service logs an error"),
    SERVICES_LIVE("no service dies by itself"),
    /** A fault of the test itself, or of something that it did not think of. */
    RUN_GOES_ON("the run goes on");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
