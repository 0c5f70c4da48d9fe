package org.lethe.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.runtime.problem.Refusal;

class OperatorClaimsTest {

    private static final String SUBJECT = "0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5e";
    private static final Set<String> CLIENTS = Set.of("lethe-console");

    private final Map<String, Object> claims =
            new TreeMap<>(
                    Map.of(
                            "sub",
                            SUBJECT,
                            "typ",
                            "Bearer",
                            "azp",
                            "lethe-console",
                            "name",
                            "Anna",
                            "organization",
                            Json.createArrayBuilder().add("acme").build(),
                            "realm_access",
                            roles("operator", "offline_access")));

    @Test
    void isAnOperatorOfTheOneAccount() {
        assertThat(caller())
                .isEqualTo(
                        new Caller.Operator(
                                new AccountId("acme"),
                                new OperatorId(SUBJECT),
                                PersonName.of("Anna"),
                                Set.of(Role.OPERATOR)));
        assertThat(caller().kinds()).containsExactly(CallerKind.OPERATOR);
    }

    @Test
    void readsOrganizationsWithTheirIds() {
        claims.put(
                "organization",
                Json.createObjectBuilder()
                        .add("acme", Json.createObjectBuilder().add("id", "7"))
                        .build());

        assertThat(caller()).isInstanceOf(Caller.Operator.class);
    }

    @Test
    void hasAllRoles() {
        claims.put("realm_access", roles("administrator", "privacy-officer"));

        assertThat(caller().kinds())
                .containsExactlyInAnyOrder(CallerKind.ADMINISTRATOR, CallerKind.PRIVACY_OFFICER);
    }

    @Test
    void mayNothingWithoutRoles() {
        claims.remove("realm_access");

        assertThat(caller().kinds()).isEmpty();
    }

    @Test
    void isStaffOnlyWithoutAnAccount() {
        claims.put("realm_access", roles("staff"));
        assertThat(caller().kinds()).isEmpty();

        claims.remove("organization");
        assertThat(caller()).isEqualTo(new Caller.Staff(new OperatorId(SUBJECT)));
    }

    @Test
    void refusesSeveralAccountsAndNone() {
        claims.put("organization", Json.createArrayBuilder().add("acme").add("globex").build());
        refused();

        claims.put("organization", JsonValue.EMPTY_JSON_ARRAY);
        refused();

        claims.remove("organization");
        refused();
    }

    @Test
    void refusesOtherClientsAndOtherTokens() {
        claims.put("azp", "account-console");
        refused();

        claims.put("azp", "lethe-console");
        claims.put("typ", "ID");
        refused();
    }

    @Test
    void refusesClaimsOfAnotherForm() {
        claims.put("organization", Json.createValue("acme"));
        refused();

        claims.put("organization", Json.createArrayBuilder().add(7).build());
        refused();

        claims.put("organization", Json.createArrayBuilder().add("NO SLUG").build());
        refused();
    }

    @Test
    void refusesASubjectThatIsNoUuid() {
        claims.put("sub", "anna");
        refused();

        claims.remove("sub");
        refused();
    }

    private Caller caller() {
        return OperatorClaims.caller(new Token(claims), CLIENTS);
    }

    private void refused() {
        assertThatThrownBy(this::caller)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOKEN_INVALID));
    }

    private static JsonValue roles(String... names) {
        var roles = Json.createArrayBuilder();
        for (String name : names) {
            roles.add(name);
        }
        return Json.createObjectBuilder().add("roles", roles).build();
    }

    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return "anna@acme.example";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({
            "unchecked",
            "TypeParameterUnusedInFormals"
        }) // the interface asks for it
        public <T> @Nullable T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
