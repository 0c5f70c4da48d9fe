package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A receipt as a compact JWS; it holds counts, times and digests. */
public record SignedReceipt(@JsonValue String jws) {

    /** The {@code typ} header, so that no other token is taken for a receipt. */
    public static final String TYPE = "lethe-receipt+jwt";

    public SignedReceipt {
        CompactJws.require(jws);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SignedReceipt parse(String jws) {
        return new SignedReceipt(jws);
    }

    @Override
    public String toString() {
        return jws;
    }
}
