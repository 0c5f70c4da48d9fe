package org.lethe.privacy.seal;

import java.util.Optional;

/** What was found where a record of a slot may lie. */
public sealed interface Reading<T> {

    record Held<T>(T record) implements Reading<T> {

        @Override
        public String toString() {
            return "Held[redacted]";
        }
    }

    /** Nothing was written there. */
    record Absent<T>() implements Reading<T> {}

    /** Tampered with, sealed for another place, or of another form. It was logged. */
    record Damaged<T>() implements Reading<T> {}

    /** The key of its compartment is destroyed. */
    record Gone<T>() implements Reading<T> {}

    /** The record, for whom it is the same why there is none. */
    default Optional<T> held() {
        return this instanceof Held<T>(T record) ? Optional.of(record) : Optional.empty();
    }
}
