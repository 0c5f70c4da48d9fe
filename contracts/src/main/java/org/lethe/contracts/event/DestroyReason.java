package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.lethe.contracts.WireFormat;

/** Why a scope was destroyed. */
public enum DestroyReason {
    /** The visitor left the site. */
    LEFT,
    /** The chat ended. */
    ENDED,
    /** The mail server has the letter. */
    DISPATCHED,
    /** The scope's deadline passed. */
    DEADLINE,
    /** The data subject was erased. */
    ERASED,
    /** Consent was withdrawn, or the account closed. */
    REVOKED;

    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }

    @JsonCreator
    public static DestroyReason of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown DestroyReason"));
    }
}
