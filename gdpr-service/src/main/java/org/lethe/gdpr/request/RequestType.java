package org.lethe.gdpr.request;

import com.fasterxml.jackson.annotation.JsonValue;
import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;

/** What a data subject asks for. */
public enum RequestType implements Coded {
    ACCESS,
    PORTABILITY,
    ERASURE;

    @Override
    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }
}
