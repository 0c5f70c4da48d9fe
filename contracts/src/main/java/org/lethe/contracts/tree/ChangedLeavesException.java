package org.lethe.contracts.tree;

/** Leaves that are read again are not those that the tree was made of. */
public final class ChangedLeavesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangedLeavesException() {
        super("leaves are no longer what they were");
    }
}
