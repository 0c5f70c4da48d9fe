package org.lethe.gdpr.subject;

import com.fasterxml.jackson.annotation.JsonValue;
import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;

/** What a selector is, without what it says. */
public enum SelectorKind implements Coded {
    VISIT,
    CHAT,
    LETTER,
    EMAIL,
    /** An IP address, or a network. */
    ADDRESS,
    REFERENCE,
    /** A detail that names a person, or the value of any of them. */
    DETAIL;

    @Override
    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }
}
