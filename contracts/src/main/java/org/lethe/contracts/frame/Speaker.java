package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonValue;
import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;

/** Which side a message, or a sign of life, is from. */
public enum Speaker implements Coded {
    VISITOR,
    OPERATOR,
    SYSTEM;

    @Override
    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }
}
