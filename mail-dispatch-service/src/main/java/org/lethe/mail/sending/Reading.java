package org.lethe.mail.sending;

import java.util.Optional;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.scope.Whereabouts;

/** What was in a sealed letter. */
sealed interface Reading {

    /** The letter in clear, for one attempt. */
    record Legible(Letter letter, Optional<Whereabouts> address) implements Reading {

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    record Gone() implements Reading {}

    /** It can never be read: tampered with, or nothing that anybody wrote. */
    record Damaged() implements Reading {}
}
