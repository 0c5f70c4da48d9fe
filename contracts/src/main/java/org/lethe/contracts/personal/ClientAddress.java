package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;

/** The IP address that a visitor comes from, v4 or v6. */
public record ClientAddress(InetAddress inetAddress) implements PersonalData {

    private static final String KIND = "IP address";
    private static final int LONGEST_LITERAL = 45;

    /** Reads a literal; never asks a name server. A v4 address mapped to v6 becomes v4. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ClientAddress of(String literal) {
        if (literal.length() > LONGEST_LITERAL || literal.indexOf('%') >= 0) {
            throw new InvalidPersonalData(KIND);
        }
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            // Short forms such as 192.0.513 mean something else to each reader.
            boolean plain = literal.indexOf(':') >= 0 || address.getHostAddress().equals(literal);
            TextRules.require(plain, literal, KIND);
            return new ClientAddress(address);
        } catch (InvalidPersonalData e) {
            throw e;
        } catch (IllegalArgumentException e) {
            // Its message quotes the text.
            throw new InvalidPersonalData(KIND);
        }
    }

    @Override
    @JsonValue
    public String reveal() {
        return inetAddress.getHostAddress();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
