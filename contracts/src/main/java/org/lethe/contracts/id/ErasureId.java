package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.function.IntFunction;

/** One request to erase a data subject. */
public record ErasureId(@JsonValue String value) implements ScopeId {

    public ErasureId {
        ScopeIdForm.check(ScopeKind.ERASURE, value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ErasureId of(String value) {
        return new ErasureId(value);
    }

    /** A new id on a random shard. */
    public static ErasureId mint(String epoch, SecureRandom random) {
        return new ErasureId(ScopeIdForm.mint(ScopeKind.ERASURE, epoch, random));
    }

    /** A new id on a random shard, in the epoch of that. */
    public static ErasureId mint(IntFunction<String> epochs, SecureRandom random) {
        return new ErasureId(ScopeIdForm.mint(ScopeKind.ERASURE, epochs, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
