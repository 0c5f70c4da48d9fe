package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.function.IntFunction;

/** One chat between a visitor and operators. */
public record ChatId(@JsonValue String value) implements ScopeId {

    public ChatId {
        ScopeIdForm.check(ScopeKind.CHAT, value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatId of(String value) {
        return new ChatId(value);
    }

    /** A new id on a random shard. */
    public static ChatId mint(String epoch, SecureRandom random) {
        return new ChatId(ScopeIdForm.mint(ScopeKind.CHAT, epoch, random));
    }

    /** A new id on a random shard, in the epoch of that. */
    public static ChatId mint(IntFunction<String> epochs, SecureRandom random) {
        return new ChatId(ScopeIdForm.mint(ScopeKind.CHAT, epochs, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
