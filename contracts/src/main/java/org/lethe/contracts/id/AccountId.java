package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** A customer: a slug that equals the alias of its organization at Keycloak. */
public record AccountId(@JsonValue String value) {

    private static final int MIN = 3;
    private static final int MAX = 40;

    public AccountId {
        if (!isSlug(value)) {
            throw new InvalidIdException("account id");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    /** Empty of what can't be an account's id. */
    public static Optional<AccountId> parse(String value) {
        return isSlug(value) ? Optional.of(new AccountId(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isSlug(String value) {
        if (value.length() < MIN || value.length() > MAX) {
            return false;
        }
        char first = value.charAt(0);
        return first >= 'a'
                && first <= 'z'
                && Base32.isLowerAlphanumeric(value.replace('-', '0'), 1, value.length());
    }
}
