package org.lethe.contracts.id;

import org.lethe.contracts.Coded;

/** What a scope is: the unit that is sealed under one key and destroyed at once. */
public enum ScopeKind implements Coded {
    VISIT('v'),
    CHAT('c'),
    LETTER('l'),
    ERASURE('e');

    private final char letter;

    ScopeKind(char letter) {
        this.letter = letter;
    }

    /** The first character of each id of this kind. */
    public char letter() {
        return letter;
    }

    static ScopeKind ofLetter(char letter) {
        for (ScopeKind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        throw new InvalidIdException("scope id");
    }
}
