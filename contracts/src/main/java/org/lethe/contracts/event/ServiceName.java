package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.lethe.contracts.WireFormat;

/** The five services. */
public enum ServiceName {
    CHAT_SERVICE,
    PRESENCE_SERVICE,
    MAIL_DISPATCH_SERVICE,
    FILE_RELAY_SERVICE,
    GDPR_SERVICE;

    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }

    @JsonCreator
    public static ServiceName of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown ServiceName"));
    }
}
