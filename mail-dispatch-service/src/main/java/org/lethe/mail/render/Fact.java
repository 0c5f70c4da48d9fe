package org.lethe.mail.render;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.PersonalData;

/** A line of a letter's head: what it is, and its value. */
public record Fact(String label, String value) {

    private static final int COLUMN = 12;

    static Fact of(String label, Optional<? extends PersonalData> value) {
        return new Fact(label, PlainText.line(value.orElse(null)));
    }

    static Fact of(@Nullable ReferenceNumber number) {
        return new Fact("Reference", number == null ? "" : number.value());
    }

    /** Those that have a value. */
    static List<Fact> present(Fact... facts) {
        return Arrays.stream(facts).filter(fact -> !fact.value().isEmpty()).toList();
    }

    /** The label, filled up so that the values of the text stand in one column. */
    public String padded() {
        return label + ":" + " ".repeat(Math.max(1, COLUMN - label.length()));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
