package org.lethe.runtime.outside;

/** What became of a post to the outside. */
public sealed interface PostOutcome {

    /** Whether who was called has taken it: any status from 200 to 299. */
    default boolean isTaken() {
        return this instanceof Answered(int status) && status >= 200 && status < 300;
    }

    /** The head of an answer came; a redirect is one like any other, and is not followed. */
    record Answered(int status) implements PostOutcome {}

    /** The URL is not one to be called, or its name leads inside: nothing was sent. */
    record Forbidden() implements PostOutcome {}

    /** No such name, no connection, no trust, or no answer in time. */
    record Failed() implements PostOutcome {}
}
