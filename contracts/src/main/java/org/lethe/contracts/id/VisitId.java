package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.function.IntFunction;

/** One visit of one browser to a customer's website. */
public record VisitId(@JsonValue String value) implements ScopeId {

    public VisitId {
        ScopeIdForm.check(ScopeKind.VISIT, value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static VisitId of(String value) {
        return new VisitId(value);
    }

    /** A new id on a random shard. */
    public static VisitId mint(String epoch, SecureRandom random) {
        return new VisitId(ScopeIdForm.mint(ScopeKind.VISIT, epoch, random));
    }

    /** A new id on a random shard, in the epoch of that. */
    public static VisitId mint(IntFunction<String> epochs, SecureRandom random) {
        return new VisitId(ScopeIdForm.mint(ScopeKind.VISIT, epochs, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
