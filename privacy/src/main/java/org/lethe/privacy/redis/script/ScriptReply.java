package org.lethe.privacy.redis.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a script returned: a number, bytes, a list, or nothing. */
public final class ScriptReply {

    private final @Nullable Object value;

    public ScriptReply(@Nullable Object value) {
        this.value = value;
    }

    public boolean isEmpty() {
        return value == null;
    }

    public long number() {
        return switch (value) {
            case Long number -> number;
            case byte[] bytes -> Long.parseLong(new String(bytes, StandardCharsets.UTF_8));
            case null, default -> throw unexpected("a number");
        };
    }

    public int count() {
        return Math.toIntExact(number());
    }

    public byte[] bytes() {
        return switch (value) {
            case byte[] bytes -> bytes.clone();
            case String status -> status.getBytes(StandardCharsets.UTF_8);
            case null, default -> throw unexpected("bytes");
        };
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public Optional<byte[]> optional() {
        return value == null ? Optional.empty() : Optional.of(bytes());
    }

    public List<ScriptReply> list() {
        if (!(value instanceof List<?> items)) {
            throw unexpected("a list");
        }
        var replies = new ArrayList<ScriptReply>(items.size());
        for (Object item : items) {
            replies.add(new ScriptReply(item));
        }
        return replies;
    }

    /** An item of a list, from 0. */
    public ScriptReply at(int index) {
        return list().get(index);
    }

    private static IllegalStateException unexpected(String wanted) {
        return new IllegalStateException("a script did not return " + wanted);
    }
}
