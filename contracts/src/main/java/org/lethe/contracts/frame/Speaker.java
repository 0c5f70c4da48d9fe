package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.lethe.contracts.WireFormat;

/** Which side a message, or a sign of life, is from. */
public enum Speaker {
    VISITOR,
    OPERATOR,
    SYSTEM;

    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }

    @JsonCreator
    public static Speaker of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown Speaker"));
    }
}
