package org.lethe.gdpr.notice;

import java.net.URI;
import org.lethe.contracts.id.AccountId;

/**
 * One change of a request, as one callback URL is told of it. It names nobody: what a request was
 * about is not in it.
 *
 * @param line which of the request's callback URLs; notices of one line go out in their order
 * @param rank where in that order, and which notice it is: one that waits is not left again
 * @param message the body, in JSON
 */
public record Notice(AccountId account, int line, int rank, URI to, String message) {

    public Notice {
        if (line < 0 || rank < 0) {
            throw new IllegalArgumentException("no place in an order");
        }
    }

    /** The path is the controller's own, and may say anything. */
    @Override
    public String toString() {
        return "Notice[" + line + ", " + rank + "]";
    }
}
