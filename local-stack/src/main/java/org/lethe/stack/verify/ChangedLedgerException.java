package org.lethe.stack.verify;

import java.io.IOException;

/** The suite itself says that its ledger's records are not those that its tree was made of. */
final class ChangedLedgerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String path;

    ChangedLedgerException(String path) {
        super("the suite says that its ledger was changed");
        this.path = path;
    }

    String text() {
        return "the suite says so itself, to GET " + path;
    }
}
