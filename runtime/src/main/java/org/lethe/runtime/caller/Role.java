package org.lethe.runtime.caller;

import org.lethe.contracts.Coded;

/** The realm roles of people and programs that sign in at Keycloak. */
public enum Role implements Coded {
    OPERATOR,
    ADMINISTRATOR,
    PRIVACY_OFFICER,
    STAFF
}
