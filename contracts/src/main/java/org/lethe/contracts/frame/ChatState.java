package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonValue;
import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;

/** Where a chat stands. */
public enum ChatState implements Coded {
    /** Waits for an operator. */
    QUEUED,
    /** An operator is in it. */
    ACTIVE,
    /** Its last message is fixed; letters are being made. */
    ENDING,
    ENDED;

    @Override
    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }
}
