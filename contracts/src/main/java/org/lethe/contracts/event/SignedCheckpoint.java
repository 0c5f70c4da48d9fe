package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A checkpoint of the ledger as a compact JWS; it holds counts and digests. */
public record SignedCheckpoint(@JsonValue String jws) {

    public SignedCheckpoint {
        CompactJws.require(jws);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SignedCheckpoint parse(String jws) {
        return new SignedCheckpoint(jws);
    }

    @Override
    public String toString() {
        return jws;
    }
}
