package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;
import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;

/** What a letter is. */
public enum LetterKind implements Coded {
    TRANSCRIPT,
    OFFLINE_MESSAGE,
    /** Tells the account that a letter did not arrive in time, without its content. */
    LOST_NOTICE;

    @Override
    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }
}
