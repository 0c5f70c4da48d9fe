package org.lethe.runtime.caller;

import org.lethe.contracts.Coded;
import org.lethe.contracts.WireFormat;

/** The realm roles of people and programs that sign in at Keycloak. */
public enum Role implements Coded {
    OPERATOR,
    ADMINISTRATOR,
    PRIVACY_OFFICER,
    STAFF;

    /** The role's name at Keycloak. */
    @Override
    public String code() {
        return WireFormat.name(this);
    }
}
