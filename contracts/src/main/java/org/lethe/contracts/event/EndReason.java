package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.lethe.contracts.WireFormat;

/** Who or what ended a chat. */
public enum EndReason {
    VISITOR,
    OPERATOR,
    /** Nobody wrote for the time that a chat may be idle. */
    IDLE,
    /** The chat reached the longest time that any may last. */
    LIMIT,
    ERASURE;

    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }

    @JsonCreator
    public static EndReason of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown EndReason"));
    }
}
