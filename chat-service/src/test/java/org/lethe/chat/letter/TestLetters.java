package org.lethe.chat.letter;

import org.lethe.runtime.account.AccountDirectory;

/** Letters for the tests of other packages. */
public final class TestLetters {

    private TestLetters() {}

    public static Letters on(FakeLetterScopes scopes, AccountDirectory accounts) {
        return new Letters(scopes, accounts);
    }
}
