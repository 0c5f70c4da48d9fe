package org.lethe.gdpr.checkpoint;

/** A page is not there, or no longer what it was. */
public final class ChangedPageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChangedPageException() {
        super("a page of a checkpoint is no longer what it was");
    }
}
