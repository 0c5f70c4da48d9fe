package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an account is called in mails: a company, or a person who trades alone. */
public record AccountName(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 80;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountName of(String value) {
        return new AccountName(TextRules.line(value, MAX_LENGTH, "account name"));
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
