package org.lethe.acceptance.client;

/** The suite answered something else than its contracts promise, or not in time. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnexpectedAnswer(String message) {
        super(message);
    }

    public UnexpectedAnswer(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @throws UnexpectedAnswer unless what must be so is so
     */
    public static void require(boolean fact, String what) {
        if (!fact) {
            throw new UnexpectedAnswer("not so: " + what);
        }
    }
}
