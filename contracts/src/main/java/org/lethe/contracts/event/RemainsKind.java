package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;
import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;

/** What was removed, for counting. */
public enum RemainsKind implements Coded {
    VISITS,
    CHATS,
    MESSAGES,
    FILES,
    BYTES,
    LETTERS,
    /** Letters that a mail server had before the erasure came: nobody can take them back. */
    HANDED_OVER,
    KEYS;

    @Override
    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }
}
