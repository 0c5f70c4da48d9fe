package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A head of the ledger's tree as a compact JWS; it holds a count, a time and a digest. */
public record SignedHead(@JsonValue String jws) {

    public SignedHead {
        CompactJws.require(jws);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SignedHead parse(String jws) {
        return new SignedHead(jws);
    }

    @Override
    public String toString() {
        return jws;
    }
}
