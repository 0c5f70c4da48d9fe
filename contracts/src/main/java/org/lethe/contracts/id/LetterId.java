package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

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

    /** The letter to the chat's recipient with this number, from 0. */
    public static LetterId of(ChatId chat, int ordinal) {
        if (ordinal < 0 || ordinal >= MAX_LETTERS) {
            throw new IllegalArgumentException("letter out of range: " + ordinal);
        }
        return derived(chat, "letter:" + chat.value() + ":" + ordinal);
    }

    /** The notice that tells the account that a letter was lost. */
    public static LetterId noticeOf(LetterId lost) {
        return derived(lost, "notice:" + lost.value());
    }

    @Override
    public ScopeKind kind() {
        return ScopeKind.LETTER;
    }

    @Override
    public String toString() {
        return value;
    }

    private static LetterId derived(ScopeId from, String seed) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(seed.getBytes(StandardCharsets.UTF_8));
            return new LetterId(
                    ScopeIdForm.join(
                            ScopeKind.LETTER, from.shard(), from.epoch(), Base32.of(digest)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
