package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;
import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;

/** The five services. */
public enum ServiceName implements Coded {
    CHAT_SERVICE,
    PRESENCE_SERVICE,
    MAIL_DISPATCH_SERVICE,
    FILE_RELAY_SERVICE,
    GDPR_SERVICE;

    @Override
    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }
}
