package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.lethe.contracts.WireFormat;

/** What a letter is. */
public enum LetterKind {
    TRANSCRIPT,
    OFFLINE_MESSAGE,
    /** Tells the account that a letter did not arrive in time, without its content. */
    LOST_NOTICE;

    @JsonValue
    public String code() {
        return WireFormat.name(this);
    }

    @JsonCreator
    public static LetterKind of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown LetterKind"));
    }
}
