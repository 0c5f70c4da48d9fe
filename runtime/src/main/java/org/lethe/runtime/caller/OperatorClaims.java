package org.lethe.runtime.caller;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.Coded;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.runtime.problem.Refusal;

/** Reads who somebody is from the claims of a verified access token of Keycloak. */
final class OperatorClaims {

    private static final PersonName NAMELESS = PersonName.of("Operator");

    private OperatorClaims() {}

    /** Refuses a token of another client, of no or several accounts, or that is no access token. */
    static Caller caller(JsonWebToken token, Set<String> clients) {
        String client = token.getClaim("azp");
        if (client == null
                || !clients.contains(client)
                || !"Bearer".equals(token.getClaim("typ"))) {
            throw new Refusal(ErrorCode.TOKEN_INVALID);
        }
        try {
            return caller(token);
        } catch (InvalidIdException | ClassCastException e) {
            throw new Refusal(ErrorCode.TOKEN_INVALID);
        }
    }

    private static Caller caller(JsonWebToken token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new Refusal(ErrorCode.TOKEN_INVALID);
        }
        var operator = new OperatorId(subject);
        Set<Role> roles = roles(token.getClaim("realm_access"));
        List<String> accounts = organizations(token.getClaim("organization"));
        if (accounts.size() == 1) {
            return new Caller.Operator(
                    new AccountId(accounts.getFirst()), operator, name(token), roles);
        }
        if (accounts.isEmpty() && roles.contains(Role.STAFF)) {
            return new Caller.Staff(operator);
        }
        throw new Refusal(ErrorCode.TOKEN_INVALID);
    }

    private static PersonName name(JsonWebToken token) {
        String name = token.getClaim("name");
        return PersonName.clipped(
                        name != null ? name : Objects.requireNonNullElse(token.getName(), ""))
                .orElse(NAMELESS);
    }

    private static Set<Role> roles(@Nullable JsonObject realmAccess) {
        var roles = EnumSet.noneOf(Role.class);
        if (realmAccess != null && realmAccess.get("roles") instanceof JsonArray names) {
            for (JsonString name : names.getValuesAs(JsonString.class)) {
                Coded.find(Role.class, name.getString()).ifPresent(roles::add);
            }
        }
        return roles;
    }

    /**
     * Keycloak writes a list of aliases, or an object by alias if it adds the organizations' ids.
     */
    private static List<String> organizations(@Nullable JsonValue claim) {
        return switch (claim) {
            case null -> List.of();
            case JsonArray aliases ->
                    aliases.getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .toList();
            case JsonObject byAlias -> List.copyOf(byAlias.keySet());
            default -> throw new Refusal(ErrorCode.TOKEN_INVALID);
        };
    }
}
