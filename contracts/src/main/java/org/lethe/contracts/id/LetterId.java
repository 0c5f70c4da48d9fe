package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.function.IntFunction;

/**
 * One letter to one recipient.
 *
 * <p>The letters of a chat have its shard and ids derived from the chat's, so that a crash in the
 * middle of an end can't make one twice.
 */
public record LetterId(@JsonValue String value) implements ScopeId {

    /** At most this many letters are made of one chat. */
    public static final int MAX_LETTERS = 10;

    public LetterId {
        ScopeIdForm.check(ScopeKind.LETTER, value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LetterId of(String value) {
        return new LetterId(value);
    }

    /** A new id on a random shard, for a letter that no chat is behind. */
    public static LetterId mint(String epoch, SecureRandom random) {
        return new LetterId(ScopeIdForm.mint(ScopeKind.LETTER, epoch, random));
    }

    /** A new id on a random shard, in the epoch of that. */
    public static LetterId mint(IntFunction<String> epochs, SecureRandom random) {
        return new LetterId(ScopeIdForm.mint(ScopeKind.LETTER, epochs, random));
    }

    /** The letter to the chat's recipient with this number, from 0. */
    public static LetterId of(ChatId chat, int ordinal) {
        if (ordinal < 0 || ordinal >= MAX_LETTERS) {
            throw new IllegalArgumentException("letter out of range: " + ordinal);
        }
        return derived(chat, chat.epoch(), "letter:" + chat.value() + ":" + ordinal);
    }

    /**
     * The notice that tells the account that a letter or a chat was lost.
     *
     * @param epoch of the store that there is now: a letter may be lost with its store
     */
    public static LetterId noticeOf(ScopeId lost, String epoch) {
        return derived(lost, epoch, "notice:" + lost.value());
    }

    @Override
    public String toString() {
        return value;
    }

    private static LetterId derived(ScopeId from, String epoch, String seed) {
        return LetterId.of(ScopeId.derive(ScopeKind.LETTER, from.shard(), epoch, seed).value());
    }
}
