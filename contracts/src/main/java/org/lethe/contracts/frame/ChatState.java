package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.lethe.contracts.WireFormat;

/** Where a chat stands. */
public enum ChatState {
    /** Waits for an operator. */
    QUEUED,
    /** An operator is in it. */
    ACTIVE,
    /** Its last message is fixed; letters are being made. */
    ENDING,
    ENDED;

    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }

    @JsonCreator
    public static ChatState of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown ChatState"));
    }
}
