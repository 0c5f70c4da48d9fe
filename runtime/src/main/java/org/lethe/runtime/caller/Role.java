package org.lethe.runtime.caller;

import java.util.Arrays;
import java.util.Optional;
import org.lethe.contracts.WireFormat;

/** The realm roles of people and programs that sign in at Keycloak. */
public enum Role {
    OPERATOR,
    ADMINISTRATOR,
    PRIVACY_OFFICER,
    STAFF;

    /** The role's name at Keycloak. */
    public String code() {
        return WireFormat.name(this);
    }

    static Optional<Role> find(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
