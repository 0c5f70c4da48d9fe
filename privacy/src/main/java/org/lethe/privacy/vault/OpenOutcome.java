package org.lethe.privacy.vault;

import org.lethe.privacy.seal.ScopeCipher;

/** What became of opening a scope. */
public sealed interface OpenOutcome {

    /** Forgets the keys, where there are any. */
    default void close() {
        switch (this) {
            case Opened(ScopeCipher cipher) -> cipher.close();
            case AlreadyOpen(ScopeCipher cipher) -> cipher.close();
            case Destroyed _, Unavailable _ -> {}
        }
    }

    record Opened(ScopeCipher cipher) implements OpenOutcome {}

    /** The id was opened before, with these keys; nothing was changed and no event told. */
    record AlreadyOpen(ScopeCipher cipher) implements OpenOutcome {}

    /** The id was opened before and the scope destroyed since: it can't be opened again. */
    record Destroyed() implements OpenOutcome {}

    record Unavailable(Unavailability reason) implements OpenOutcome {}
}
