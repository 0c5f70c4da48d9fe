package org.lethe.runtime.caller;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
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

    /** Refuses a token of another client, of nobody's account, or that is no access token. */
    static SignedIn read(JsonWebToken token, Set<String> clients) {
        String client = token.getClaim("azp");
        if (client == null
                || !clients.contains(client)
                || !"Bearer".equals(token.getClaim("typ"))) {
            throw new Refusal(ErrorCode.TOKEN_INVALID);
        }
        try {
            return read(token);
        } catch (InvalidIdException | ClassCastException e) {
            throw new Refusal(ErrorCode.TOKEN_INVALID);
        }
    }

    private static SignedIn read(JsonWebToken token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new Refusal(ErrorCode.TOKEN_INVALID);
        }
        var who =
                new SignedIn(
                        new OperatorId(subject),
                        name(token),
                        roles(token.getClaim("realm_access")),
                        accounts(token.getClaim("organization")),
                        until(token));
        if (who.accounts().isEmpty() && !who.isStaff()) {
            throw new Refusal(ErrorCode.TOKEN_INVALID);
        }
        return who;
    }

    private static Instant until(JsonWebToken token) {
        Long seconds = token.getClaim(Claims.exp);
        if (seconds == null) {
            throw new Refusal(ErrorCode.TOKEN_INVALID);
        }
        return Instant.ofEpochSecond(seconds);
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
     * One that can't be an account makes the whole token doubtful.
     */
    private static Set<AccountId> accounts(@Nullable JsonValue claim) {
        Stream<String> aliases =
                switch (claim) {
                    case null -> Stream.empty();
                    case JsonArray list ->
                            list.getValuesAs(JsonString.class).stream().map(JsonString::getString);
                    case JsonObject byAlias -> byAlias.keySet().stream();
                    default -> throw new Refusal(ErrorCode.TOKEN_INVALID);
                };
        return aliases.map(AccountId::new).collect(Collectors.toUnmodifiableSet());
    }
}
