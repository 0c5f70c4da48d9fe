package org.lethe.gdpr.subject;

import com.fasterxml.jackson.annotation.JsonValue;
import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;

/** How several selectors go together. */
public enum Match implements Coded {
    /** Whoever one of them finds. */
    ANY,
    /** Only whom each of them finds. */
    ALL;

    @Override
    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }
}
