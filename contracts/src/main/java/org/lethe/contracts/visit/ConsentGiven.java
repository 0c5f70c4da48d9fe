package org.lethe.contracts.visit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.ConsentText;

/** The consent as a request states it; parts may be missing, and then there is none. */
public record ConsentGiven(@Nullable ConsentText text, @Nullable Instant at) {

    public static Optional<Consent> consent(@Nullable ConsentGiven given) {
        return given == null || given.text == null || given.at == null
                ? Optional.empty()
                : Optional.of(new Consent(given.text, given.at));
    }
}
