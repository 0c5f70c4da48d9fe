package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;

/** The IP address that a visitor comes from, v4 or v6. */
public record ClientAddress(InetAddress inetAddress) implements PersonalData {

    private static final String KIND = "IP address";
    private static final int LONGEST_LITERAL = 45;
    private static final int V6_GROUPS = 8;

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
        return shortened(inetAddress.getHostAddress());
    }

    @Override
    public String toString() {
        return REDACTED;
    }

    /**
     * As people write them (RFC 5952): the longest row of zeros, the first of several, is left out.
     */
    private static String shortened(String literal) {
        String groups = ":" + literal + ":";
        for (int zeros = V6_GROUPS; zeros > 1; zeros--) {
            String row = ":" + "0:".repeat(zeros);
            int at = groups.indexOf(row);
            if (at >= 0) {
                String before = groups.substring(Math.min(at, 1), at);
                String after = groups.substring(at + row.length());
                return before + "::" + after.replaceFirst(":$", "");
            }
        }
        return literal;
    }
}
