package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.lethe.contracts.WireFormat;

/** What was removed, for counting. */
public enum RemainsKind {
    VISITS,
    CHATS,
    MESSAGES,
    FILES,
    BYTES,
    LETTERS,
    /** Letters that a mail server had before the erasure came: nobody can take them back. */
    HANDED_OVER,
    KEYS;

    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }

    @JsonCreator
    public static RemainsKind of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown RemainsKind"));
    }
}
