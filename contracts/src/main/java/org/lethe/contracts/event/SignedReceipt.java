package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A receipt as a compact JWS; it holds counts, times and digests. */
public record SignedReceipt(@JsonValue String jws) {

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    public SignedReceipt {
        if (!FORM.matcher(jws).matches()) {
            throw new IllegalArgumentException("not a compact JWS");
        }
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
