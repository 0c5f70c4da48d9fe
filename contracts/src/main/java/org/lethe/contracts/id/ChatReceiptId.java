package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The number of the receipt for a chat's destruction, in the form {@code r17-<26>}: the chat's
 * shard, and a digest of its id.
 *
 * <p>Whoever knows the chat knows its number, so nothing has to be agreed upon when it ends. From
 * the number nobody finds the chat: its id is 130 random bits.
 */
public record ChatReceiptId(@JsonValue String value) {

    private static final int SHARD_AT = 1;
    private static final int DIGEST_AT = 4;
    private static final int LENGTH = DIGEST_AT + Base32.LENGTH;

    public ChatReceiptId {
        if (!isValid(value)) {
            throw new InvalidIdException("chat receipt id");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatReceiptId of(String value) {
        return new ChatReceiptId(value);
    }

    /** As {@code prelude/farewell.lua} derives it, in whose Redis SHA-1 is all there is. */
    public static ChatReceiptId of(ChatId chat) {
        String digest = HexFormat.of().formatHex(sha1("receipt of " + chat.value()));
        return new ChatReceiptId(
                "r" + Shard.digits(chat.shard()) + "-" + digest.substring(0, Base32.LENGTH));
    }

    /** The shard on which is noted what was destroyed. */
    public int shard() {
        return Integer.parseInt(value, SHARD_AT, DIGEST_AT - 1, 10);
    }

    private static boolean isValid(String value) {
        return value.length() == LENGTH
                && value.charAt(0) == 'r'
                && isDigit(value.charAt(SHARD_AT))
                && isDigit(value.charAt(SHARD_AT + 1))
                && Integer.parseInt(value, SHARD_AT, DIGEST_AT - 1, 10) < Shard.COUNT
                && value.charAt(DIGEST_AT - 1) == '-'
                && Base32.isLowerAlphanumeric(value, DIGEST_AT, LENGTH);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
